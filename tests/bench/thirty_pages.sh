#!/bin/bash
# Sets the 30-page text with jixiao, as a draft and for submission, and with the bare
# subset-first program in turn, each run a process of its own; prints medians, ratios and
# sizes. Fails above 1.35 for the draft and 1.6 for the submission. The bare program that
# leaves the cutting of faces to cairo is there to compare.
#
#     thirty_pages.sh JIXIAO BARE GENERATOR FONTS-FOLDER [TIMES]
set -euo pipefail

jixiao=$1 bare=$2 generator=$3 fonts=$4 times=${5:-15}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$generator" >"$folder/plan.yaml"

# Appends how many microseconds a command took to a file.
measure() { # FILE COMMAND...
	local file=$1 start end
	shift
	start=${EPOCHREALTIME/[^0-9]/}
	"$@" >"$folder/log" 2>&1 || {
		cat "$folder/log" >&2
		exit 1
	}
	end=${EPOCHREALTIME/[^0-9]/}
	echo $((end - start)) >>"$file"
}

median() { # FILE
	sort -n "$1" | sed -n "$(((times + 1) / 2))p"
}

for ((i = 0; i < times; i++)); do
	measure "$folder/bare" "$bare" "$fonts" "$folder/bare.pdf"
	measure "$folder/whole" "$bare" "$fonts" "$folder/whole.pdf" whole
	for copy in draft submission; do
		measure "$folder/$copy" "$jixiao" build --copy "$copy" \
			-o "$folder/$copy.pdf" "$folder/plan.yaml"
	done
done

report() { # NAME MOST
	awk -v name="$1" -v most="$2" -v bare="$(median "$folder/bare")" \
		-v time="$(median "$folder/$1")" -v size="$(stat -c %s "$folder/$1.pdf")" 'BEGIN {
		printf "%-10s %7.1f ms %8d bytes %5.2f times", name, time / 1000, size, time / bare
		printf most ? " (at most %.2f)\n" : "\n", most
		exit most && time / bare > most
	}'
}

report bare 0
report whole 0
good=0
report draft 1.35 || good=1
report submission 1.6 || good=1
exit "$good"
