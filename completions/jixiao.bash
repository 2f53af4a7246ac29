# Completion of jixiao for bash. What there is to complete is asked of the program.
_jixiao_words()
{
	COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_jixiao_layouts()
{
	"$1" layouts --lang zh_CN 2>/dev/null | sed -n '/（供继承）/d; s/^\([^ ]\{1,\}\)  .*/\1/p'
}

_jixiao()
{
	local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]-}
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	# bash parts `--format=png` at the sign
	[[ $word == '=' ]] && word=
	[[ $before == '=' ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		_jixiao_words "$("$program" --help | sed -n 's/^  \([a-z]\{1,\}\)  .*/\1/p') \
			--help --version" "$word"
		return
	fi
	case $before in
	--format) _jixiao_words 'pdf png svg pages pdfa-1b' "$word" && return ;;
	--copy) _jixiao_words 'draft submission filing' "$word" && return ;;
	--lang) _jixiao_words 'zh_CN en' "$word" && return ;;
	--diagnostics) _jixiao_words 'human short json' "$word" && return ;;
	--layout) _jixiao_words "$(_jixiao_layouts "$program")" "$word" && return ;;
	--limit | --range | --resolution | --stage | --copies) return ;;
	esac
	if [[ $word == -* ]]; then
		_jixiao_words "$("$program" "$command" --help |
			sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p')" "$word"
	elif [[ $command == schema || ($command == init && COMP_CWORD -eq 2) ]]; then
		_jixiao_words "$(_jixiao_layouts "$program")" "$word"
	fi
}

complete -o default -F _jixiao jixiao
