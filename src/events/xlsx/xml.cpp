#include "events/xlsx/xml.h"

#include <expat.h>

#include "events/complaint.h"

namespace parcours {
namespace {

constexpr int kPartDepthMax = 64;

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view local_name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (local(*pair) == local_name) return pair[1];
  return {};
}

struct XmlFeed::Parser {
  Takers takers;
  std::string name, part;
  XML_Parser expat = XML_ParserCreate(nullptr);
  int depth = 0;
  bool refused = false;
  ~Parser() { XML_ParserFree(expat); }
};

XmlFeed::XmlFeed(Takers takers, std::string name, std::string part) : parser_(std::make_unique<Parser>()) {
  parser_->takers = std::move(takers);
  parser_->name = std::move(name);
  parser_->part = std::move(part);
  XML_SetUserData(parser_->expat, parser_.get());
  XML_SetElementHandler(
      parser_->expat,
      [](void* self, const char* name, const char** pairs) {
        auto& p = *static_cast<Parser*>(self);
        if (++p.depth > kPartDepthMax) p.refused = true, XML_StopParser(p.expat, XML_FALSE);
        else p.takers.open(local(name), XmlAttributes(pairs));
      },
      [](void* self, const char* name) {
        auto& p = *static_cast<Parser*>(self);
        --p.depth;
        p.takers.close(local(name));
      });
  XML_SetCharacterDataHandler(parser_->expat, [](void* self, const char* text, int size) {
    static_cast<Parser*>(self)->takers.text({text, static_cast<std::size_t>(size)});
  });
  XML_SetStartDoctypeDeclHandler(parser_->expat, [](void* self, const char*, const char*, const char*, int) {
    auto& p = *static_cast<Parser*>(self);
    p.refused = true;
    XML_StopParser(p.expat, XML_FALSE);
  });
}

XmlFeed::~XmlFeed() = default;

Outcome XmlFeed::feed(std::string_view bytes, bool last) {
  if (XML_Parse(parser_->expat, bytes.data(), static_cast<int>(bytes.size()), last) != XML_STATUS_ERROR) return Done{};
  const std::string reason = parser_->refused ? std::string("DOCTYPE") : std::string(XML_ErrorString(XML_GetErrorCode(parser_->expat)));
  return unreadable(msg("events.spreadsheet_broken", {{"part", parser_->part}, {"reason", reason}}), msg("events.zip_broken_hint"), {parser_->name});
}

}  // namespace parcours
