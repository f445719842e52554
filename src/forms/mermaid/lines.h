// The statements of a `journey` diagram, one a line, as Mermaid's lexer tells them apart.
#pragma once

#include <string_view>
#include <vector>

namespace parcours {

struct MermaidStatement {
  enum class Kind { journey, title, section, task, accessibility };
  Kind kind = Kind::task;
  std::size_t begin = 0, end = 0;  // in the text, without the blanks around it
  std::string_view content;        // behind the keyword; of a task, all of it
};

struct MermaidLines {
  std::vector<MermaidStatement> statements;
  std::string_view front_title;  // `title:` of the front matter; "" when there is none
};

// Comments, directives and the rest of the front matter are passed over. Views look into `text`.
MermaidLines mermaid_lines(std::string_view text);

// Where a raw `#` or `;` (no part of an entity) stands in it; npos: nowhere. Mermaid cuts at the one and refuses the other.
std::size_t raw_sign(std::string_view content);

std::string_view trimmed(std::string_view text);

}  // namespace parcours
