#include "check/sarif.h"

#include <algorithm>
#include <array>

namespace parcours {
namespace {

std::string_view level_of(Severity severity) { return code_of(severity); }  // SARIF has the same three words

// RFC 3986: what may stand in a path, everything else as %XX.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char byte : path) {
    const auto code = static_cast<unsigned char>(byte);
    if (kPlain.find(byte) != std::string_view::npos) uri += byte;
    else (uri += '%') += {kHex[code >> 4], kHex[code & 15]};
  }
  return uri;
}

std::string_view below(std::string_view file, std::string_view folder) {
  if (folder == "." || !file.starts_with(folder)) return file.starts_with("./") ? file.substr(2) : file;
  file.remove_prefix(folder.size());
  while (file.starts_with('/')) file.remove_prefix(1);
  return file;
}

Json words(const std::string& text) { return {{"text", text}}; }

Json rule_json(const CheckRule& rule, Lang lang) {
  const std::string code(rule.code), key = "rule." + code;
  const std::string why = text(key + ".why", lang), mend = text(key + ".mend", lang);
  Json json = {{"id", code}, {"shortDescription", words(text(key + ".title", lang))}, {"fullDescription", words(why)}};
  json["help"] = {{"text", why + "\n\n" + mend}, {"markdown", why + "\n\n**" + text("check.mend", lang) + "** " + mend}};
  json["defaultConfiguration"] = {{"level", level_of(rule.severity)}};
  json["properties"] = {{"tags", {code_of(rule.test)}}, {"page", "docs/rules/" + code + ".md"}};
  return json;
}

// Lines and columns count from 1, columns in characters, the end is the first one after.
Json region_json(const Place& place, const std::string& source) {
  if (place.line == 0) return {{"startLine", 1}};
  const Place end = place_in(place.file, source, place.end, place.end);
  Json region = {{"startLine", place.line}, {"startColumn", std::max<std::uint32_t>(place.column, 1)}};
  if (source.empty() || place.end < place.begin) return region;
  region["endLine"] = end.line;
  region["endColumn"] = end.column;
  region["byteOffset"] = place.begin;
  region["byteLength"] = place.end - place.begin;
  return region;
}

class Run {
 public:
  Run(std::string_view folder, Lang lang) : folder_(folder), lang_(lang) {
    for (const CheckRule* rule : all_rules()) rules_.push_back(rule_json(*rule, lang));
  }

  void add(const SarifInput& map) {
    for (const auto& finding : map.findings) results_.push_back(result(finding, map));
    for (const auto& [finding, why] : map.ignored) {
      Json json = result(finding, map);
      json["suppressions"] = {{{"kind", "inSource"}, {"status", "accepted"}, {"justification", why.in(lang_)}}};
      results_.push_back(std::move(json));
    }
  }

  Json json(std::string_view version) && {
    Json driver = {{"name", "parcours"}, {"version", version}, {"rules", std::move(rules_)}};
    Json run = {{"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"language", code_of(lang_)}};
    run["originalUriBaseIds"] = {{"WORKSPACE", {{"description", words(text("check.sarif.workspace", lang_))}}}};
    run["results"] = std::move(results_);
    return run;
  }

 private:
  Json result(const Diagnostic& finding, const SarifInput& map) {
    Json json = {{"ruleId", finding.code}, {"ruleIndex", index_of(finding.code)}, {"level", level_of(finding.severity)}};
    const std::string message = render(finding.message, lang_);
    json["message"] = words(finding.hint ? message + " (" + render(*finding.hint, lang_) + ")" : message);
    const auto source = map.sources.find(finding.place.file);
    Json place = {{"artifactLocation", {{"uri", uri_of(below(finding.place.file, folder_))}, {"uriBaseId", "WORKSPACE"}}}};
    place["region"] = region_json(finding.place, source == map.sources.end() ? "" : source->second);
    json["locations"] = {{{"physicalLocation", std::move(place)}}};
    return json;
  }

  // What is wrong with the format of a file has a code and no page: it joins the rules when it is met.
  std::size_t index_of(const std::string& code) {
    const auto known = std::find_if(rules_.begin(), rules_.end(), [&](const Json& rule) { return rule["id"] == code; });
    const auto index = static_cast<std::size_t>(known - rules_.begin());
    if (known == rules_.end()) rules_.push_back({{"id", code}, {"properties", {{"page", "docs/formats/map.md"}}}});
    return index;
  }

  std::string folder_;
  Lang lang_;
  std::vector<Json> rules_, results_;
};

}  // namespace

Json to_sarif(const std::vector<SarifInput>& maps, std::string_view folder, std::string_view program_version, Lang lang) {
  Run run(folder, lang);
  for (const auto& map : maps) run.add(map);
  Json log = {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"}, {"version", "2.1.0"}};
  log["runs"] = Json::array({std::move(run).json(program_version)});
  return log;
}

}  // namespace parcours
