// Pieces of XML in the order in which they stand, names without their prefix. For the parts of a spreadsheet.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace parcours {

class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  // The value of the attribute with that local name; "" when there is none.
  std::string_view operator[](std::string_view local_name) const;

 private:
  const char** pairs_;
};

class XmlFeed {
 public:
  struct Takers {
    std::function<void(std::string_view name, XmlAttributes attributes)> open;
    std::function<void(std::string_view name)> close;
    std::function<void(std::string_view text)> text;
  };
  // `name` and `part` are what complaints call the file and what lies in it.
  XmlFeed(Takers takers, std::string name, std::string part);
  XmlFeed(const XmlFeed&) = delete;
  XmlFeed& operator=(const XmlFeed&) = delete;
  ~XmlFeed();

  // Fails on XML that is not well formed and on document types, which could hide entities.
  Outcome feed(std::string_view bytes, bool last);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace parcours
