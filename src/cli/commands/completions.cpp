#include <array>
#include <ostream>

#include "cli/commands/commands.h"

namespace parcours {
namespace {

// Each asks the program what could come (cli/complete.h) and offers it the shell's way.
constexpr char kBash[] = R"sh(# Completion of parcours for bash.
_parcours() {
  local i word value cut current words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]//[\"\'\\]/}
    word=${word/#\~\//$HOME/}
    # bash cuts words at = and : ; here they are whole again.
    if ((${#words[@]})) && [[ $word =~ ^[=:]+$ || ${COMP_WORDS[i - 1]} =~ ^[=:]+$ ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  current=${words[${#words[@]} - 1]}
  cut=
  [[ $current == *[=:]* ]] && cut=${current%"${current##*[=:]}"}
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    case $value in
      :files) compopt -o filenames; while read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${current#"$cut"}") ;;
      :folders) compopt -o filenames; while read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "${current#"$cut"}") ;;
      :open) compopt -o nospace ;;
      *[[:space:]]*) COMPREPLY+=("$(printf %q "${value#"$cut"}")") ;;
      *) COMPREPLY+=("${value#"$cut"}") ;;
    esac
  done < <("$1" complete "${words[@]}" 2>/dev/null)
}
complete -F _parcours parcours
)sh";

constexpr char kZsh[] = R"sh(#compdef parcours
# Completion of parcours for zsh.
_parcours() {
  local line paths value
  local -a found blank
  for line in "${(@f)$("${words[1]}" complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      :files) paths=-f ;;
      :folders) paths=-/ ;;
      :open) blank=(-S '') ;;
      ?*) value=${line%%$'\t'*}; found+=("${value//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  local -i nothing=1
  (( $#found )) && _describe -V parcours found "${blank[@]}" && nothing=0
  [[ -n $paths ]] && { compset -P '--*='; _path_files $paths && nothing=0 }
  return nothing
}
if [[ $funcstack[1] == _parcours ]]; then _parcours "$@"; else compdef _parcours parcours; fi
)sh";

constexpr char kFish[] = R"sh(# Completion of parcours for fish.
function __parcours_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l path (string replace -r '^--[a-z-]+=' '' -- $words[-1])
    set -l option (string match -r '^--[a-z-]+=' -- $words[-1])
    for line in ($words[1] complete $words[2..-1] 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $path | string replace -r -- '^' "$option"
            case :folders
                __fish_complete_directories $path '' | string replace -r -- '^' "$option"
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c parcours -f -a '(__parcours_complete)'
)sh";

class CompletionsCommand final : public Command {
 public:
  void declare(Options& options) override { options.argument("bash|zsh|fish", "completions.shell", shell_); }

  Result<int> run(Session& session) override {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kScripts = {{{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}}};
    for (const auto& [shell, script] : kScripts) {
      if (shell != shell_) continue;
      session.out << script;
      return kExitFine;
    }
    return misuse(msg("completions.unknown", {{"shell", shell_}}), msg("completions.hint"));
  }

 private:
  std::string shell_;
};

}  // namespace

const CommandInfo kCompletions{"completions", make_command<CompletionsCommand>};

}  // namespace parcours
