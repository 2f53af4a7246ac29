# What run, test and .ci/run share: packages, faces, the build folder. Sourced, not run.
# Everything is asked for before it is fetched, so that a machine that is set up pays
# next to nothing. Messages go to stderr: stdout belongs to jixiao and to the tests.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
face_package=texlive-lang-chinese
face_folder=./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
lists_updated=no

say() {
	printf '%s\n' "$@" >&2
}

fail() {
	say "$@"
	exit 1
}

# Runs a command and shows its output only if it fails.
quietly() {
	local log status=0
	log=$(mktemp)
	"$@" >"$log" 2>&1 </dev/null || status=$?
	((status == 0)) || cat "$log" >&2
	rm -f "$log"
	return "$status"
}

# apt-get with the rights to install: as root directly, else through sudo.
apt_get() {
	local sudo=()
	if ((EUID != 0)); then
		if ! command -v sudo >/dev/null; then
			say "需要 root 权限，也没有 sudo (neither root nor sudo)"
			return 1
		fi
		sudo=(sudo)
	fi
	quietly "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get \
		-o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

# Once a run, and not fatal: what we need may be there although one source is not.
update_lists() {
	[[ $lists_updated == no ]] || return 0
	lists_updated=yes
	apt_get update || say "apt-get update 未成功，继续 (failed, going on)"
}

packages_of() { # SECTION...
	local section
	for section in "$@"; do
		sed -n "s/^$section: *//p" "$root/packages" | tr -s ' ' '\n'
	done
}

not_installed() { # PACKAGE...
	local status name
	local -A installed=()
	while read -r status name; do
		[[ $status != installed ]] || installed[$name]=yes
	done < <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
	for name in "$@"; do
		[[ -n ${installed[$name]-} ]] || printf '%s\n' "$name"
	done
}

need_packages() { # SECTION...
	local wanted=() absent=()
	command -v dpkg-query apt-get >/dev/null ||
		fail "这不是 Debian：请自行安装 packages 所列各项 (not Debian: see packages)"
	mapfile -t wanted < <(packages_of "$@")
	mapfile -t absent < <(not_installed "${wanted[@]}")
	((${#absent[@]} > 0)) || return 0
	say "安装软件包 (installing ${#absent[@]} packages): ${absent[*]}"
	update_lists
	apt_get install --yes --no-install-recommends "${absent[@]}" ||
		fail "软件包未能安装。请检查网络与权限，或以 root 运行 (run as root):" \
			"  apt-get install --no-install-recommends ${absent[*]}"
}

# Leaves the named faces in the current folder. apt's own sandbox user could not write
# here, and a download needs no privileges to drop.
unpack_faces() { # FACE...
	apt-get -q -o APT::Sandbox::User=root -o Acquire::Retries=3 \
		download "$face_package" &&
		dpkg-deb --fsys-tarfile "$face_package"_*.deb |
		tar --extract --no-same-owner --strip-components=9 "${@/#/$face_folder/}" &&
		sha256sum --check --quiet "$root/fonts/SHA256SUMS"
}

need_faces() {
	local face faces=() missing=no folder status=0
	mapfile -t faces < <(sed 's/^[0-9a-f]*  //' "$root/fonts/SHA256SUMS")
	for face in "${faces[@]}"; do
		[[ -s $root/fonts/$face ]] || missing=yes
	done
	[[ $missing == yes ]] || return 0
	say "取字体 (fetching faces from $face_package, 49 MB): ${faces[*]%.otf}"
	update_lists
	folder=$(mktemp -d "$root/fonts/.unpack.XXXXXX")
	(cd "$folder" && quietly unpack_faces "${faces[@]}" && mv -- "${faces[@]}" ..) ||
		status=$?
	rm -rf "$folder"
	((status == 0)) ||
		fail "字体未能取得。请检查网络后重新运行；或从 CTAN 的 fandol 取上列 .otf 文件，" \
			"放入 fonts/ (no faces: check the network and run again, or put" \
			"these .otf files of CTAN's fandol into fonts/ yourself)"
}

# Configures a build folder once; ninja sees to later changes of meson.build. A folder made
# for another place (a copied tree), with other options or by hand is begun afresh.
need_build() { # FOLDER OPTION...
	local folder=$root/$1 made_for="$root $*"
	shift
	if [[ ! -f $folder/made-for || $(<"$folder/made-for") != "$made_for" ]]; then
		rm -rf "$folder"
		quietly meson setup "$folder" "$root" "$@" ||
			fail "meson setup 失败 (failed), 见上 (see above)"
		printf '%s\n' "$made_for" >"$folder/made-for"
	fi
}

# One folder for ./run and ./test, assertions on in both: what runs is what was tested.
build() { # TARGET...
	need_build build --buildtype=release -Db_ndebug=false
	[[ -x $root/build/jixiao ]] || say "编译 (building) ..."
	quietly ninja -C "$root/build" "$@" || fail "编译失败 (build failed), 见上 (see above)"
}
