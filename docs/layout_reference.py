#!/usr/bin/env python3
"""Prints docs/layout-reference.md from the tables of keys in src/ and the words beside this file.

    python3 docs/layout_reference.py > docs/layout-reference.md
"""
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from layout_words import FORMATS, FUNCTIONS, SECTIONS, SHARED  # noqa: E402

SRC = Path(__file__).resolve().parent.parent / 'src'
KINDS = {
    'POINTS': '长度', 'OFFSET': '长度，可以是负的', 'LENGTH': '长度，可用 `字`、`行`', 'NUMBER': '数', 'FLAG': '`yes`、`no`',
    'ALIGN': '`justify`、`start`、`centre`、`end`', 'VERTICAL': '`top`、`middle`、`bottom`',
    'SIDE': '`left`、`centre`、`right`、`outside`、`inside`', 'COLOUR': '颜色 `"#ff0000"`', 'NAME': '', 'OTHER': ''}
HEAD = '''# 版式的写法

本页由 `docs/layout_reference.py` 从程序生成，不要手改。先看[怎样写一个版式](write-a-layout.md)。

- 长度写作 `37mm`、`12pt`、`2字`、`1行`、`三号`、`25%`、`156mm/28`；字号用名称或长度。
- 文字里的花括号是表达式：`"{单位.简称}{文种}"`；`{{`、`}}` 是花括号本身；`**…**` 是强调，换行另起一段。
- 条件、列表是表达式，不加花括号：`when: 通知`、`each: 专项 as 专`。
'''


def key_list(file, array, function):
    """The keys of one C array, with the kinds of attributes, in order."""
    text = (SRC / 'layout' / file).read_text('utf-8')
    if function:
        starts = [m.start() for m in re.finditer(rf'^[a-z][^\n;]*\b{function}\(', text, re.M)]
        assert starts, (file, function)
        text = text[starts[-1]:]
    found = re.search(rf'\b{array}\[\w*\] = \{{(.*?)\n?\t?\}};', text, re.S)
    assert found, (file, array, function)
    return re.findall(r'"([a-z][a-z ]*)"(?:, ATTRIBUTE_(\w+))?', found[1])


def sketch(header, struct):
    """The example in the comment before a struct (of a file: the first), without remarks."""
    text = (SRC / 'layout' / header).read_text('utf-8')
    comments = re.findall(r'/\*(?:[^*]|\*(?!/))*\*/(?:\s*struct (\w+) \{)?', text)
    whole = [m[0] for m in re.finditer(r'/\*(?:[^*]|\*(?!/))*\*/(?:\s*struct \w+ \{)?', text)]
    comment = whole[comments.index(struct)] if struct else whole[0]
    lines = [re.sub(r'\s+# .*$', '', line) for line in re.findall(r'^ \*     (.*)', comment, re.M)]
    return '\n'.join(line for line in lines if line.strip())


def section(heading, about, source, example, words):
    keys = key_list(*source)
    names = [key for key, _ in keys]
    unknown = set(names) - set(words) - set(SHARED)
    surplus = set(words) - set(names)
    assert not unknown and not surplus, (heading, unknown, surplus)
    lines = [f'\n## {heading}\n']
    lines += [about + '\n'] if about else []
    lines += ['| 键 | 意思 |', '|---|---|']
    for key, kind in keys:
        kind = KINDS[kind] if kind else ''
        text = words.get(key, SHARED.get(key))
        lines.append(f'| `{key}` | {text}{"；" if kind else ""}{kind} |'.replace(' 至 |', ' 至'))
    if example:
        lines.append(f'\n```yaml\n{sketch(*example)}\n```')
    return '\n'.join(lines)


def names_of(file, array, words):
    text = (SRC / 'expr' / file).read_text('utf-8')
    found = re.search(rf'{array}\[\] = \{{(.*?)\n\}};', text, re.S)
    names = re.findall(r'^\t\{"([^"]+)",', found[1], re.M)
    assert set(names) == set(words), (file, set(names) ^ set(words))
    return '\n'.join(f'| `{name}` | {words[name]} |' for name in names)


def expressions():
    text = (SRC / 'expr' / 'expr.h').read_text('utf-8')
    grammar = re.search(r'operators group from the left:\n \*\n(.*?)\n \*\n', text, re.S)[1]
    grammar = re.sub(r'^ \*     ', '', grammar, flags=re.M)
    return f'''
## 表达式

`单位.简称` 是路径；穿过列表的路径得到一列：`sum(资金.收入.金额)`。`甲 ?? 乙`：没有甲就用乙。`if 条件 then 甲 else 乙`。
没有的内容在路径、算术里仍是没有，印不出字；与它比较不成立。金额自动换算（元、千元、万元、百万元、亿元）。
起止时间有 `起`、`止`，日期有 `年`、`月`、`日`，指标值有 `符号`、`数值`、`单位`；`年度分解[2021]` 是一年的内容。
全角的（ ）， ＋ ＝ ＜ ＞ ｜ ％ 与半角的相同。语法：

```
{grammar}
```

| 函数 | 得到 |
|---|---|
{names_of('functions.c', 'functions', FUNCTIONS)}

| 格式（写在 <code>&#124;</code> 之后） | 印成 |
|---|---|
{names_of('filters.c', 'filters', FORMATS)}
'''


def main():
    print(HEAD + '\n'.join(section(*entry) for entry in SECTIONS) + '\n' + expressions(), end='')


main()
