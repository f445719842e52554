#include <cctype>
#include <map>
#include <set>

#include "render/base64.h"
#include "render/icons.h"
#include "render/render.h"
#include "render/scripts.h"
#include "render/svg_fonts.h"
#include "render/svg_text.h"

namespace parcours {
namespace {

class Writer {
 public:
  explicit Writer(const Scene& scene) : scene_(scene) {}

  std::string write() {
    std::string body;
    std::swap(out_, body);
    node(scene_.root);
    std::swap(out_, body);
    head();
    out_ += "<defs>\n<style>" + svg_font_faces(scene_) + "text{white-space:pre}</style>\n" + defs_;
    for (const std::string_view name : icons_)
      out_ += "<symbol id=\"icon-" + std::string(name) + "\" viewBox=\"0 0 24 24\"><path d=\"" + std::string(icon_path(name)) + "\"/></symbol>\n";
    out_ += "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"" + hex(scene_.background) + "\"/>\n";
    return std::move(out_) + body + "</svg>\n";
  }

 private:
  void head() {
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute("width", scene_.width), attribute("height", scene_.height);
    out_ += " viewBox=\"0 0 ";
    number(scene_.width);
    out_ += ' ';
    number(scene_.height);
    out_ += "\" lang=\"" + std::string(code_of(scene_.lang)) +
            "\" role=\"graphics-document document\" aria-labelledby=\"map-title map-description\" font-family=\"" + svg_font_families(scene_) +
            "\">\n<title id=\"map-title\">" + xml_escaped(scene_.title) + "</title>\n<desc id=\"map-description\">" +
            xml_escaped(scene_.description) + "</desc>\n";
  }

  void number(double value) { put_number(out_, value); }
  void attribute(std::string_view name, double value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    number(value);
    out_ += '"';
  }
  void attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"" + xml_escaped(value) + "\"";
  }

  void place(const Box& box, double radius) {
    attribute("x", box.x), attribute("y", box.y), attribute("width", box.w), attribute("height", box.h);
    if (radius > 0) attribute("rx", radius);
  }

  // "#rrggbb" with its opacity apart, or a gradient kept in defs.
  void paint(std::string_view name, const Paint& paint) {
    switch (paint.kind) {
      case Paint::Kind::none: attribute(name, "none"); return;
      case Paint::Kind::linear: attribute(name, "url(#" + gradient(paint) + ")"); return;
      case Paint::Kind::solid: break;
    }
    attribute(name, hex(paint.colour));
    if (paint.colour.alpha < 1) attribute(std::string(name) + "-opacity", paint.colour.alpha);
  }

  std::string gradient(const Paint& paint) {
    std::string body;
    const std::pair<std::string_view, double> ends[] = {{"x1", paint.x1}, {"y1", paint.y1}, {"x2", paint.x2}, {"y2", paint.y2}};
    for (const auto& [name, value] : ends) {
      body += " " + std::string(name) + "=\"";
      put_number(body, value);
      body += '"';
    }
    body += ">";
    for (const ColourStop& stop : paint.stops) {
      body += "<stop offset=\"";
      put_number(body, stop.at, 4);
      body += "\" stop-color=\"" + hex(stop.colour) + "\"";
      if (stop.colour.alpha < 1) body += " stop-opacity=\"", put_number(body, stop.colour.alpha), body += '"';
      body += "/>";
    }
    const auto [at, is_new] = gradients_.try_emplace(body, "paint-" + std::to_string(gradients_.size() + 1));
    if (is_new) defs_ += "<linearGradient id=\"" + at->second + "\" gradientUnits=\"userSpaceOnUse\"" + body + "</linearGradient>\n";
    return at->second;
  }

  void stroke(const Stroke& stroke) {
    if (stroke.paint.kind == Paint::Kind::none) return;
    paint("stroke", stroke.paint);
    if (stroke.width != 1) attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) {
      std::string dash;
      for (const double part : stroke.dash) dash += dash.empty() ? "" : " ", put_number(dash, part);
      attribute("stroke-dasharray", dash);
    }
    if (stroke.round) attribute("stroke-linecap", "round"), attribute("stroke-linejoin", "round");
  }

  // Without blanks and such, and each one once, whatever a map calls its teams and touchpoints.
  std::string unique_id(const std::string& id) {
    std::string clean = id;
    for (char& c : clean)
      if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_' && c != '-' && c != '.') c = '-';
    std::string out = clean;
    for (int n = 2; !ids_.insert(out).second; ++n) out = clean + "-" + std::to_string(n);
    return out;
  }

  void naming(const Node& node) {
    if (!node.id.empty()) attribute("id", unique_id(node.id));
    attribute("class", node.classes);
    attribute("role", node.role);
    if (node.role == "heading") attribute("aria-level", "2");
    attribute("aria-label", node.label);
  }

  // Closes a start tag; a title makes room for itself.
  void end(const Node& node, std::string_view name) {
    if (node.title.empty()) {
      out_ += "/>\n";
      return;
    }
    out_ += "><title>" + xml_escaped(node.title) + "</title></";
    out_ += name;
    out_ += ">\n";
  }

  void node(const Node& node) {
    switch (node.kind) {
      case Node::Kind::group: return group(node);
      case Node::Kind::rect: return rect(node);
      case Node::Kind::path: return path(node);
      case Node::Kind::text: return text(node);
      case Node::Kind::icon: return icon(node);
      case Node::Kind::image: return image(node);
    }
  }

  void group(const Node& node) {
    if (!node.href.empty()) {
      out_ += "<a";
      attribute("href", node.href);
      out_ += ">\n";
    }
    out_ += "<g";
    naming(node);
    if (node.clip) attribute("clip-path", "url(#" + clip(*node.clip, 0) + ")");
    out_ += ">\n";
    if (!node.title.empty()) out_ += "<title>" + xml_escaped(node.title) + "</title>\n";
    for (const Node& child : node.children) this->node(child);
    out_ += node.href.empty() ? "</g>\n" : "</g>\n</a>\n";
  }

  void rect(const Node& node) {
    out_ += "<rect";
    naming(node);
    place(node.box, node.radius);
    paint("fill", node.fill);
    stroke(node.stroke);
    end(node, "rect");
  }

  void path(const Node& node) {
    out_ += "<path";
    naming(node);
    out_ += " d=\"";
    for (const PathStep& step : node.path.steps()) {
      out_ += step.op;
      const std::size_t count = step.op == 'C' ? 6 : step.op == 'Z' ? 0 : 2;
      for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out_ += ' ';
        number(step.at[i]);
      }
    }
    out_ += '"';
    paint("fill", node.fill);
    stroke(node.stroke);
    end(node, "path");
  }

  void icon(const Node& node) {
    icons_.insert(icon_or_neutral(node.icon));
    out_ += "<use";
    naming(node);
    attribute("href", "#icon-" + std::string(icon_or_neutral(node.icon)));
    place(node.box, 0);
    attribute("fill", "none");
    Stroke scaled = node.stroke;
    scaled.width *= 24 / node.box.w;
    stroke(scaled);
    attribute("aria-hidden", "true");
    end(node, "use");
  }

  void image(const Node& node) {
    out_ += "<image";
    naming(node);
    place(node.box, 0);
    attribute("preserveAspectRatio", node.covers ? "xMidYMid slice" : "xMidYMid meet");
    if (node.radius > 0) attribute("clip-path", "url(#" + clip(node.box, node.radius) + ")");
    attribute("href", "data:" + node.picture->type + ";base64," + base64(node.picture->bytes));
    end(node, "image");
  }

  std::string clip(const Box& box, double radius) {
    const std::string id = "clip-" + std::to_string(++clips_);
    std::string shape;
    std::swap(out_, shape);
    out_ += "<clipPath id=\"" + id + "\"><rect";
    place(box, radius);
    out_ += "/></clipPath>\n";
    std::swap(out_, shape);
    defs_ += shape;
    return id;
  }

  void text(const Node& node) {
    const TextStyle& style = node.style;
    out_ += "<text";
    naming(node);
    attribute("font-size", style.size);
    if (style.weight != Weight::regular && !style.italic) attribute("font-weight", style.weight == Weight::bold ? "700" : "600");
    if (style.italic) attribute("font-style", "italic");
    if (style.spacing != 0) attribute("letter-spacing", style.spacing);
    paint("fill", style.colour);
    // Right-to-left lines begin at their right end.
    const bool turned = !node.lines.empty() && begins_right_to_left(node.lines[0].text);
    if (turned) attribute("direction", "rtl");
    const auto start = [&](const TextLine& line) { attribute("x", turned ? line.x + line.width : line.x), attribute("y", line.baseline); };
    if (node.lines.size() == 1) start(node.lines[0]);
    out_ += '>';
    if (!node.title.empty()) out_ += "<title>" + xml_escaped(node.title) + "</title>";
    if (node.lines.size() == 1) out_ += xml_escaped(node.lines[0].text);
    else
      for (const TextLine& line : node.lines) {
        out_ += "<tspan";
        start(line);
        // A blank behind each line but the last keeps words apart for those who copy or listen.
        out_ += ">" + xml_escaped(line.text) + (&line == &node.lines.back() ? "" : " ") + "</tspan>";
      }
    out_ += "</text>\n";
  }

  const Scene& scene_;
  std::string out_, defs_;
  std::map<std::string, std::string> gradients_;
  std::set<std::string_view> icons_;
  std::set<std::string> ids_;
  int clips_ = 0;
};

}  // namespace

std::string to_svg(const Scene& scene) { return Writer(scene).write(); }

}  // namespace parcours
