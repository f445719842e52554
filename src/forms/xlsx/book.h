// A workbook written into memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "render/scene.h"

struct lxw_workbook;

namespace parcours {

// What `fill` puts into a new workbook, as bytes; the same each time. Title and comments are among its properties.
Result<std::string> written_book(const std::string& title, const std::string& comments, const std::function<void(lxw_workbook*)>& fill);

// As much of a text as a cell takes.
std::string fit_for_cell(const std::string& text);
std::uint32_t xlsx_colour(Colour colour);

}  // namespace parcours
