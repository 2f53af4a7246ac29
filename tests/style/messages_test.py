"""Every message of src/ stands in po/ and has a translation that can take its place.

messages_test.py SOURCE_ROOT XGETTEXT_OPTION...   checks src/ against po/
messages_test.py --self-test                      shows that bad translations are refused
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
TEXTS = re.compile(r'^(msgid|msgstr) ((?:".*"\n?)+)', re.M)
SPECIFIER = re.compile(r'%(?:(\d+)\$)?([-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?'
                       r'(?:[diouxXeEfgGcs%]|<PRI\w+>))')
HAN = re.compile(r'[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]')
MARK = re.compile(r'\b(?:N?_|language_text|diagnostics_(?:error|warning|note|limit|fault|hint|related)'
                  r'|check_refuse|command_wrong_use)\(')


def entries(text):
    """message -> (its translation, its flags)"""
    found = {}
    for entry in text.split('\n\n'):
        texts = {key: ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines))
                 for key, lines in TEXTS.findall(entry)}
        live = not re.search(r'^#~', entry, re.M)
        if texts.get('msgid') and live:
            found[texts['msgid']] = (texts.get('msgstr', ''), re.findall(r'^#, (.*)', entry, re.M))
    return found


def specifiers(text):
    """What printf takes, by argument."""
    taken = {}
    for match in SPECIFIER.finditer(text):
        if match.group(2) != '%':
            taken[int(match.group(1) or len(taken) + 1)] = match.group(2)
    return [taken[number] for number in sorted(taken)]


def ends(text):
    """What a text brings along at its ends for what stands beside it."""
    return text.startswith('\\n'), text.endswith('\\n'), text.startswith('\\t')


def translation_fault(message, translation, flags=()):
    if not translation:
        return 'has no translation'
    if any('fuzzy' in flag for flag in flags):
        return 'has a translation that is only guessed (fuzzy)'
    if specifiers(message) != specifiers(translation):
        return f'takes other arguments than “{translation}”'
    if ends(message) != ends(translation):
        return f'begins or ends otherwise than “{translation}”'
    if HAN.search(re.sub('“[^”]*”', '', translation)):
        return f'is still Chinese outside of quotes: “{translation}”'
    return None


def extracted(root, options):
    sources = sorted(str(path.relative_to(root)) for path in root.glob('src/**/*.c'))
    made = subprocess.run(['xgettext', *options, '-o', '-', *sources],
                          cwd=root, capture_output=True, text=True, check=True)
    return entries(made.stdout)


def listed(root):
    return [line for line in (root / 'po/POTFILES').read_text().split('\n') if line]


def check(root, options):
    messages = extracted(root, options)
    template = entries((root / 'po/jixiao.pot').read_text(encoding='utf-8'))
    faults = [f'po/jixiao.pot lacks “{text}”' for text in messages if text not in template]
    faults += [f'po/jixiao.pot has “{text}”, src/ not' for text in template if text not in messages]
    holders = [str(path.relative_to(root)) for path in sorted(root.glob('src/**/*.c'))
               if MARK.search(path.read_text(encoding='utf-8'))]
    faults += [f'po/POTFILES lacks {path}' for path in holders if path not in listed(root)]
    faults += [f'po/POTFILES has {path} in vain' for path in listed(root) if path not in holders]
    for path in sorted(root.glob('po/*.po')):
        translated = entries(path.read_text(encoding='utf-8'))
        for text in messages:
            fault = translation_fault(text, *translated.get(text, ('', [])))
            faults += [f'{path.name}: “{text}” {fault}'] if fault else []
        faults += [f'{path.name}: “{text}” is no message any more'
                   for text in translated if text not in messages]
    if faults:
        faults.append('after changing messages: meson compile -C build jixiao-pot '
                      'jixiao-update-po, then translate them in po/')
    return faults, len(messages)


SAMPLES = [
    ('没有“%s”', 'there is no “%s”', None),
    ('没有“%s”这%s', 'there is no %2$s “%1$s”', None),
    ('超过 %<PRId64> 页', 'more than %<PRId64> pages', None),
    ('写作“%s%%”', 'write “%s%%”', None),
    ('写作“版心 top”', 'write “版心 top”', None),
    ('没有“%s”', '', 'no translation'),
    ('没有“%s”', 'there is none', 'other arguments'),
    ('%d 行，%s', '%s, lines: %d', 'other arguments'),
    ('%zu 项', '%d items', 'other arguments'),
    ('共 %d 页\\n', 'pages: %d', 'ends otherwise'),
    ('没有 %s', 'no %s 页', 'still Chinese'),
]


def self_test():
    for message, translation, expected in SAMPLES:
        fault = translation_fault(message, translation)
        assert (expected in fault) if expected else fault is None, (message, translation, fault)
    assert 'guessed' in translation_fault('甲', 'a', ['fuzzy, c-format'])
    text = '#: a.c\n#, c-format\nmsgid ""\n"甲"\n"%s"\nmsgstr "a%s"\n\n#~ msgid "乙"\n#~ msgstr "b"\n'
    assert entries(text) == {'甲%s': ('a%s', ['c-format'])}, entries(text)
    print(f'{len(SAMPLES)} translations judged as they should be')


def main(arguments):
    if arguments == ['--self-test']:
        self_test()
        return 0
    if shutil.which('xgettext') is None:
        print('xgettext is missing: apt-get install gettext', file=sys.stderr)
        return 1 if os.environ.get('CI') == 'true' else SKIPPED
    faults, count = check(Path(arguments[0]).resolve(), arguments[1:])
    print('\n'.join(faults + [f'{count} messages, {len(faults)} faults']))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
