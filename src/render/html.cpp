#include "render/changes/parts.h"
#include "render/html_page.h"
#include "render/layout/lane.h"
#include "render/render.h"
#include "render/svg_fonts.h"
#include "render/utf8.h"

namespace parcours {
namespace {

// Light colours, and where the reader's screen is dark (or `--theme dark` was asked for) dark ones; paper is always light.
constexpr std::string_view kLight =
    "color-scheme:light;--paper:#fdfcf9;--ink:#191e2d;--soft:#5b6377;--text:#3b4254;--line:#e2dfd7;--rule:#9a9fae;--loss:#ab2e0e;--tint:#fbeee9";
constexpr std::string_view kDark =
    "color-scheme:dark;--paper:#14171f;--ink:#eceef4;--soft:#a4abbd;--text:#ccd1dd;--line:#2c3140;--rule:#5c6376;--loss:#ff9d80;--tint:#33211d";

constexpr std::string_view kRules = R"(
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.55 Page,Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1680px;margin:0 auto;padding:32px 36px 56px}
h1{font-size:28px;line-height:1.2;margin:0 0 20px;font-weight:700}
.scope{display:inline-block;margin:-8px 0 18px;padding:5px 13px;border:1.2px solid var(--soft);border-radius:8px;font-weight:600}
h2{font-size:19px;margin:44px 0 10px;font-weight:700}
.picture{margin:0 -8px}
.picture svg{display:block;width:100%;height:auto;border-radius:10px}
.lead,.findings,.note{max-width:80ch}
.lead{font-size:16px}
.note{font-size:13px;color:var(--soft)}
.findings{padding-left:2em}
.findings li{margin:.35em 0}
.worst,.out{color:var(--loss);font-weight:600}
.out{background:var(--tint)}
.table{overflow-x:auto;margin:26px 0}
table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.4}
caption{text-align:left;font-size:16px;font-weight:600;padding:0 0 8px}
th,td{padding:7px 8px;border-bottom:1px solid var(--line);vertical-align:top;text-align:left}
thead th{font-weight:600;color:var(--soft);border-bottom-color:var(--rule);vertical-align:bottom}
tbody th{font-weight:600;min-width:11em}
thead small{text-wrap:balance}
small{display:block;font-size:12px;font-weight:400;color:var(--soft)}
tr>:first-child{padding-left:0}
tr>:last-child{padding-right:0}
td.number,th.number{text-align:right}
td.number{white-space:nowrap}
.weak{color:var(--soft);font-style:italic}
.withheld{color:var(--soft)}
summary{font-size:16px;font-weight:600;margin:26px 0 0;cursor:pointer}
#whole-table,#scores-table,#unclaimed-table,#segments-table,#list-table,#emotions-table{width:auto;min-width:min(100%,52em)}
dl{columns:2 340px;column-gap:44px;font-size:13.5px}
dt{font-weight:600;break-after:avoid}
dd{margin:0 0 10px;color:var(--text);break-inside:avoid}
footer{margin-top:44px;padding-top:14px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
.skip{position:absolute;left:-999em}
.skip:focus{left:12px;top:8px;background:var(--paper);padding:6px 10px}
@media (max-width:900px){main{padding:20px 16px 40px}.picture{overflow-x:auto}.picture svg{min-width:1100px}}
@media print{@page{size:A3 portrait;margin:12mm}body{background:#fff;font-size:11px}main{max-width:none;padding:0}.picture{break-after:page;margin:0;overflow:visible}.picture svg{min-width:0;max-height:365mm}.table{overflow:visible}tr,dt,dd,caption{break-inside:avoid}caption,h2,.lead{break-after:avoid}table{font-size:10.5px}small{font-size:9px}.skip{display:none}}
)";

std::string colours(Theme theme) {
  const std::string light(kLight), dark(kDark);
  if (theme == Theme::dark) return ":root{" + dark + "}@media print{:root{" + light + "}}";
  if (theme != Theme::light) return ":root{" + light + "}";
  return ":root{" + light + "}@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}";
}

}  // namespace

std::string page_style(std::string_view body) {
  Node probe = group();
  for (const Weight weight : {Weight::regular, Weight::semibold, Weight::bold}) {
    Node text;
    text.kind = Node::Kind::text;
    text.style.weight = weight;
    text.lines.push_back({0, 0, 0, std::string(body)});
    probe.add(std::move(text));
  }
  Scene scene;
  scene.root = std::move(probe);
  std::string faces = svg_font_faces(scene);
  for (const std::string& family : {std::string("Inter"), "'" + (scene.font ? scene.font->family : "Inter") + "'"})
    for (std::size_t at = 0; (at = faces.find("font-family:" + family, at)) != std::string::npos;)
      faces.replace(at, 12 + family.size(), "font-family:Page");
  return faces + std::string(kRules);
}

std::string html_document(const HtmlDocument& document) {
  const std::string title = html_escaped(document.title), basis = html_escaped(document.basis);
  const std::string skip = html_escaped(typeset(text("render.report.skip", document.lang), document.lang));
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(code_of(document.lang)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                    title + "</title>\n<style>" + colours(document.theme) + page_style(document.words + title + basis + skip + document.scope) +
                    "</style>\n</head>\n<body>\n<main>\n";
  out += "<a class=\"skip\" href=\"#" + document.skip_to + "\">" + skip + "</a>\n<h1>" + title + "</h1>\n" +
         (document.scope.empty() ? "" : "<p class=\"scope\">" + html_escaped(document.scope) + "</p>\n") + "<figure class=\"picture\">\n" +
         document.picture + "</figure>\n" + document.words;
  return out + "<footer>" + basis + " · Parcours</footer>\n</main>\n</body>\n</html>\n";
}

std::string to_html(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  std::string words = html_changes(frame) + html_findings(frame) + html_segments(frame) + html_comparison(frame) + html_list(frame);
  words += "<section aria-labelledby=\"figures-title\">\n<h2 id=\"figures-title\">" +
           html_escaped(frame.say(frame.measured() ? msg("render.report.figures") : msg("render.report.content"))) + "</h2>\n" + html_scores(frame) +
           html_whole(frame) + html_stages(frame) + html_touchpoints(frame) + html_times(frame) + html_frictions(frame) + html_actions(frame) +
           html_arrows(frame) + html_emotions(frame) + html_unclaimed(frame) + "</section>\n" + html_definitions(frame);
  return html_document({options.lang, options.theme, frame.say(msg("render.picture.title", {{"title", map.map.title}})), to_svg(draw(map, options)),
                        std::move(words), data_basis(frame), "figures-title", narrowed_to(frame)});
}

}  // namespace parcours
