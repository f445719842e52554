// Every form a map is written in or read from, told apart by the ending of the file's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "forms/read_map.h"
#include "render/render.h"

namespace parcours {

struct FormOptions {
  DrawOptions draw;
  int width_px = 3000;           // of a PNG
  bool excel_csv = false;        // a CSV begins with the mark by which Excel knows UTF-8
  std::optional<Date> day = {};  // of a presentation's cover
};

struct Form {
  std::string_view ending;                                                      // "svg"
  Result<std::string> (*write)(const MeasuredMap&, const FormOptions&);         // nothing: it is only read
  ReadMap (*read)(const std::string& file, const std::string& text) = nullptr;  // nothing: it is only written
  std::vector<Message> (*lost)(const JourneyMap&) = nullptr;                    // what is said when it is written; nothing: as its page says
};

const std::vector<Form>& forms();
const Form* form_of(std::string_view path);  // by its ending; nothing: an unknown one
std::string written_endings();               // ".svg .png …"
std::string read_endings();

}  // namespace parcours
