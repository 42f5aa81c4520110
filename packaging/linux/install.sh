#!/bin/sh
# Installs Heliograph for you alone, without a password; `./install.sh --help` tells more.
set -eu

id=io.github.heliograph_client.Heliograph
data=${XDG_DATA_HOME:-$HOME/.local/share}
programs=$HOME/.local/lib/heliograph
command=$HOME/.local/bin/heliograph
autostart=${XDG_CONFIG_HOME:-$HOME/.config}/autostart/$id.desktop

usage() {
  cat <<END
./install.sh             install, or put this version in the place of another
./install.sh --remove    take the programme away; accounts and settings stay
./install.sh --purge     the same, and say where accounts and settings are left

It writes to $programs, $command and $data.
END
}

# Prints the folders of other versions that no running Heliograph was started from.
unused() {
  for folder in "$programs"/*/; do
    folder=${folder%/}
    [ -d "$folder" ] && [ "$folder" != "${1:-}" ] || continue
    running=
    for process in /proc/[0-9]*; do
      case $(readlink "$process/exe" 2>/dev/null || true) in "$folder"/*) running=yes ;; esac
    done
    [ -n "$running" ] || printf '%s\n' "$folder"
  done
}

tidy() {
  unused "${1:-}" | while IFS= read -r folder; do rm -rf "$folder"; done
  rmdir "$programs" 2>/dev/null || true
}

refresh() {
  ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$data/applications" || true
  ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -qtf "$data/icons/hicolor" 2>/dev/null || true
}

# What stands between quotes in an Exec line has these four signs escaped, and a % doubled.
quoted() {
  printf '%s' "$1" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g'
}

install_it() {
  here=$(cd "$(dirname "$0")" && pwd)
  # Each installation has a folder of its own: a running Heliograph goes on with the files it was started from.
  number=1
  while [ -e "$programs/$(cat "$here/VERSION")-$number" ]; do number=$((number + 1)); done
  folder=$programs/$(cat "$here/VERSION")-$number
  mkdir -p "$programs" "$(dirname "$command")" "$data/applications" "$data/metainfo" "$data/icons"
  cp -R "$here/heliograph" "$folder.part"
  mv "$folder.part" "$folder"
  ln -sfn "$folder/heliograph" "$command.part"
  mv -f "$command.part" "$command"
  cp -R "$here/share/icons/hicolor" "$data/icons/"
  cp "$here/share/metainfo/$id.metainfo.xml" "$data/metainfo/"
  path=$(quoted "$command" | sed -e 's/[\\&|]/\\&/g')
  sed -e "s|^Exec=heliograph|Exec=\"$path\"|" -e '/^TryExec=/d' "$here/share/applications/$id.desktop" \
    >"$data/applications/$id.desktop"
  tidy "$folder"
  refresh
  echo "Heliograph is installed: start it from the menu, or with $command"
}

remove_it() {
  # What starts it with the desktop would start nothing.
  ! grep -qsF "$command" "$autostart" || rm -f "$autostart"
  rm -f "$command" "$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml"
  find "$data/icons/hicolor" -name "$id.png" -o -name "$id.svg" -o -name "$id-symbolic.svg" 2>/dev/null \
    | while IFS= read -r icon; do rm -f "$icon"; done
  tidy
  refresh
  [ ! -d "$programs" ] || echo "A Heliograph that still runs keeps $programs; run this again when it has ended."
  echo "Heliograph is removed. Accounts and settings are left."
}

tell_what_is_left() {
  for folder in "$data/heliograph" "${XDG_CONFIG_HOME:-$HOME/.config}/heliograph" \
    "${XDG_CACHE_HOME:-$HOME/.cache}/heliograph" "${XDG_STATE_HOME:-$HOME/.local/state}/heliograph"; do
    [ ! -e "$folder" ] || echo "left: $folder"
  done
  echo "Sign out in Telegram's list of devices before you delete them."
}

case ${1:-} in
  "") install_it ;;
  --remove) remove_it ;;
  --purge) remove_it && tell_what_is_left ;;
  *) usage ;;
esac
