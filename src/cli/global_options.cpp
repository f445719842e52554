#include "cli/global_options.h"

namespace parcours {

const std::vector<OptionInfo>& global_option_infos() {
  static const std::vector<OptionInfo> kInfos = {{"-C", "DIR", "option.folder"},   {"--lang", "fr|en", "option.lang"},
                                                 {"--json", "", "option.json"},    {"--stats", "", "option.stats"},
                                                 {"-h,--help", "", "option.help"}, {"--version", "", "option.version"}};
  return kInfos;
}

void GlobalOptions::apply(Session& session) const {
  if (!folder.empty()) session.folder = folder;
  session.lang_given = !lang.empty();
  if (session.lang_given) session.lang = lang == "fr" ? Lang::fr : Lang::en;
  session.json = json;
  session.stats = stats;
}

Result<GlobalOptions> take_global_options(const std::vector<std::string>& words) {
  GlobalOptions global;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool takes_value = word == "-C" || word == "--lang";
    if (takes_value && i + 1 == words.size()) return misuse(msg("cli.missing_value", {{"option", word}}), msg("cli.see_help"));
    if (word == "-C") global.folder = words[++i];
    else if (word == "--lang") global.lang = words[++i];
    else if (word.starts_with("--lang=")) global.lang = word.substr(7);
    else if (word == "--json") global.json = true;
    else if (word == "--stats") global.stats = true;
    else if (word == "--help" || word == "-h") global.help = true;
    else if (word == "--version") global.version = true;
    else global.rest.push_back(word);
  }
  if (!global.lang.empty() && global.lang != "fr" && global.lang != "en")
    return misuse(msg("cli.bad_option_value", {{"option", "--lang"}, {"text", global.lang}}), msg("cli.lang_hint"));
  return global;
}

}  // namespace parcours
