#!/bin/bash
# Sets the 30-page text with jixiao and with the bare subset-first program in turn, each run a
# process of its own, and prints the medians and their ratio. Fails above 1.35.
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
	measure "$folder/jixiao" "$jixiao" build --copy draft -o "$folder/jixiao.pdf" \
		"$folder/plan.yaml"
done

awk -v bare="$(median "$folder/bare")" -v jixiao="$(median "$folder/jixiao")" \
	-v bare_size="$(stat -c %s "$folder/bare.pdf")" \
	-v jixiao_size="$(stat -c %s "$folder/jixiao.pdf")" 'BEGIN {
	printf "bare   %7.1f ms  %8d bytes\n", bare / 1000, bare_size
	printf "jixiao %7.1f ms  %8d bytes\n", jixiao / 1000, jixiao_size
	printf "ratio  %7.2f     (at most 1.35)\n", jixiao / bare
	exit jixiao / bare > 1.35
}'
