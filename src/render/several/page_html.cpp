#include "render/html_page.h"
#include "render/several.h"

namespace parcours {

std::string to_html(const Page& page, Theme theme) {
  HtmlDocument document;
  document.lang = page.scene.lang, document.theme = theme;
  document.title = page.scene.title, document.basis = page.basis;
  document.picture = to_svg(page.scene);
  document.words = "<section id=\"words\">\n" + page.words + "</section>\n";
  document.skip_to = "words";
  return html_document(document);
}

}  // namespace parcours
