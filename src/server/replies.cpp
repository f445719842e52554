#include "server/replies.h"

#include <algorithm>

namespace parcours {
namespace {

constexpr int kJsonDepthMax = 40;

// How deep brackets nest, those in texts apart.
int depth_of(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text && c == '\\') ++i;
    else if (c == '"') in_text = !in_text;
    else if (!in_text && (c == '{' || c == '[')) deepest = std::max(deepest, ++depth);
    else if (!in_text && (c == '}' || c == ']')) --depth;
  }
  return deepest;
}

Response refusal(int status, std::string_view code, const std::string& message, Lang lang, const std::optional<Message>& hint) {
  Json error = {{"code", code}, {"message", message}, {"hint", nullptr}};
  if (hint) error["hint"] = render(*hint, lang);
  return json_reply({{"error", std::move(error)}}, status);
}

}  // namespace

Response json_reply(const Json& json, int status) {
  Response response;
  response.status = status;
  response.body = to_text(json);
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

Response error_reply(int status, std::string_view code, const Message& message, Lang lang, const std::optional<Message>& hint) {
  return refusal(status, code, render(message, lang), lang, hint);
}

std::string in_words(const Failure& failure, Lang lang) {
  const Place& place = failure.what.place;
  std::string where = place.file.empty() ? "" : file_name(place.file) + ":";
  if (!where.empty() && place.line > 0) where += std::to_string(place.line) + ":" + std::to_string(place.column) + ":";
  return where + (where.empty() ? "" : " ") + render(failure.what.message, lang);
}

Response failure_reply(const Failure& failure, Lang lang) {
  return refusal(failure.kind == FailureKind::misuse ? 400 : 500, failure.what.code, in_words(failure, lang), lang, failure.what.hint);
}

Result<Json> json_body(const Request& request) {
  if (depth_of(request.body) > kJsonDepthMax) return misuse(msg("server.bad_json"));
  Json json = Json::parse(request.body, nullptr, false);
  if (json.is_discarded()) return misuse(msg("server.bad_json"));
  return json;
}

}  // namespace parcours
