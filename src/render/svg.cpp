#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "render/icons.h"
#include "render/render.h"
#include "render/svg_fonts.h"

namespace parcours {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
  }
  return out;
}

// Hundredths are enough: at 3000 px that is a fiftieth of a pixel.
void put_number(std::string& out, double value, int decimals = 2) {
  std::array<char, 64> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), std::isfinite(value) ? value : 0, std::chars_format::fixed, decimals).ptr;
  std::string_view shown(text.data(), static_cast<std::size_t>(end - text.data()));
  if (shown.find('.') != std::string_view::npos) {
    while (shown.back() == '0') shown.remove_suffix(1);
    if (shown.back() == '.') shown.remove_suffix(1);
  }
  out += shown == "-0" ? "0" : shown;
}

std::string hex(Colour c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const int v : {c.r, c.g, c.b}) out += kDigits[static_cast<std::size_t>(v >> 4)], out += kDigits[static_cast<std::size_t>(v & 15)];
  return out;
}

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
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
    number(scene_.width);
    out_ += "\" height=\"";
    number(scene_.height);
    out_ += "\" viewBox=\"0 0 ";
    number(scene_.width);
    out_ += ' ';
    number(scene_.height);
    out_ += "\" lang=\"" + std::string(code_of(scene_.lang)) +
            "\" role=\"graphics-document document\" aria-labelledby=\"map-title map-description\" font-family=\"" + std::string(kFontFamilies) +
            "\">\n<title id=\"map-title\">" + escaped(scene_.title) + "</title>\n<desc id=\"map-description\">" + escaped(scene_.description) +
            "</desc>\n";
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
    out_ += "=\"" + escaped(value) + "\"";
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
    attribute("aria-label", node.label);
  }

  // Closes a start tag; a title makes room for itself.
  void end(const Node& node, std::string_view name) {
    if (node.title.empty()) {
      out_ += "/>\n";
      return;
    }
    out_ += "><title>" + escaped(node.title) + "</title></";
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
    }
  }

  void group(const Node& node) {
    out_ += "<g";
    naming(node);
    out_ += ">\n";
    if (!node.title.empty()) out_ += "<title>" + escaped(node.title) + "</title>\n";
    for (const Node& child : node.children) this->node(child);
    out_ += "</g>\n";
  }

  void rect(const Node& node) {
    out_ += "<rect";
    naming(node);
    attribute("x", node.box.x), attribute("y", node.box.y), attribute("width", node.box.w), attribute("height", node.box.h);
    if (node.radius > 0) attribute("rx", node.radius);
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
    attribute("x", node.box.x), attribute("y", node.box.y), attribute("width", node.box.w), attribute("height", node.box.h);
    attribute("fill", "none");
    Stroke scaled = node.stroke;
    scaled.width *= 24 / node.box.w;
    stroke(scaled);
    attribute("aria-hidden", "true");
    end(node, "use");
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
    if (node.lines.size() == 1) attribute("x", node.lines[0].x), attribute("y", node.lines[0].baseline);
    out_ += '>';
    if (!node.title.empty()) out_ += "<title>" + escaped(node.title) + "</title>";
    if (node.lines.size() == 1) out_ += escaped(node.lines[0].text);
    else
      for (const TextLine& line : node.lines) {
        out_ += "<tspan";
        attribute("x", line.x), attribute("y", line.baseline);
        // A blank behind each line but the last keeps words apart for those who copy or listen.
        out_ += ">" + escaped(line.text) + (&line == &node.lines.back() ? "" : " ") + "</tspan>";
      }
    out_ += "</text>\n";
  }

  const Scene& scene_;
  std::string out_, defs_;
  std::map<std::string, std::string> gradients_;
  std::set<std::string_view> icons_;
  std::set<std::string> ids_;
};

}  // namespace

std::string to_svg(const Scene& scene) { return Writer(scene).write(); }

}  // namespace parcours
