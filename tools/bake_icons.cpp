// bake_icons OUT.cpp ICON.svg…: turns icons drawn in strokes into a table of paths with absolute M, L, C and Z only, so that the
// program needs no SVG reader to draw them. Reads what icon sets of 24 × 24 use: path, circle, ellipse, rect, line, polyline, polygon.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numbers>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  std::string out = text;
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

struct Pen {
  std::string out;
  double x = 0, y = 0, start_x = 0, start_y = 0;

  void put(char op, std::initializer_list<double> values) {
    out += op;
    bool first = true;
    for (const double value : values) out += (first ? "" : " ") + number(value), first = false;
  }
  void move(double to_x, double to_y) { put('M', {to_x, to_y}), x = start_x = to_x, y = start_y = to_y; }
  void line(double to_x, double to_y) { put('L', {to_x, to_y}), x = to_x, y = to_y; }
  void curve(double ax, double ay, double bx, double by, double to_x, double to_y) { put('C', {ax, ay, bx, by, to_x, to_y}), x = to_x, y = to_y; }
  void close() { out += 'Z', x = start_x, y = start_y; }

  // SVG's elliptical arc (implementation notes F.6.5) as cubic curves of at most a quarter turn.
  void arc(double rx, double ry, double rotation_deg, bool large, bool sweep, double to_x, double to_y) {
    const double phi = rotation_deg * std::numbers::pi / 180, c = std::cos(phi), s = std::sin(phi);
    const double dx = (x - to_x) / 2, dy = (y - to_y) / 2, x1 = c * dx + s * dy, y1 = -s * dx + c * dy;
    rx = std::fabs(rx), ry = std::fabs(ry);
    if (rx == 0 || ry == 0) return line(to_x, to_y);
    const double grow = std::sqrt(std::max(1.0, x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry)));
    rx *= grow, ry *= grow;
    const double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    const double k = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
    const double cx1 = k * rx * y1 / ry, cy1 = -k * ry * x1 / rx;
    const double cx = c * cx1 - s * cy1 + (x + to_x) / 2, cy = s * cx1 + c * cy1 + (y + to_y) / 2;
    const double from = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double turn = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - from;
    if (sweep && turn < 0) turn += 2 * std::numbers::pi;
    if (!sweep && turn > 0) turn -= 2 * std::numbers::pi;
    const int parts = std::max(1, static_cast<int>(std::ceil(std::fabs(turn) / (std::numbers::pi / 2) - 1e-9)));
    const double step = turn / parts, t = 4.0 / 3 * std::tan(step / 4);
    for (int i = 0; i < parts; ++i) {
      const double a = from + i * step, b = a + step;
      const auto at = [&](double u, double v) { return std::pair(c * rx * u - s * ry * v + cx, s * rx * u + c * ry * v + cy); };
      const auto [ax, ay] = at(std::cos(a) - t * std::sin(a), std::sin(a) + t * std::cos(a));
      const auto [bx, by] = at(std::cos(b) + t * std::sin(b), std::sin(b) - t * std::cos(b));
      const auto [ex, ey] = at(std::cos(b), std::sin(b));
      curve(ax, ay, bx, by, ex, ey);
    }
  }
};

// Reads numbers out of path data; flags of arcs may stand without a space behind them.
struct Numbers {
  std::string_view text;
  std::size_t at = 0;
  void skip() {
    while (at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == '\n')) ++at;
  }
  bool more() {
    skip();
    return at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) || text[at] == '-' || text[at] == '.' || text[at] == '+');
  }
  bool flag() {
    skip();
    return text[at++] == '1';
  }
  double next() {
    skip();
    std::size_t end = at + (text[at] == '-' || text[at] == '+');
    for (bool dot = false; end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) || (text[end] == '.' && !dot)); ++end)
      dot |= text[end] == '.';
    const double value = std::stod(std::string(text.substr(at, end - at)));
    at = end;
    return value;
  }
};

void draw_path(Pen& pen, std::string_view data) {
  Numbers in{data};
  pen.x = pen.y = 0;  // each path begins anew
  char op = 'M';
  double control_x = 0, control_y = 0;
  char before = ' ';
  while (in.skip(), in.at < data.size()) {
    if (std::isalpha(static_cast<unsigned char>(data[in.at]))) op = data[in.at++];
    const bool relative = std::islower(static_cast<unsigned char>(op));
    const double ox = relative ? pen.x : 0, oy = relative ? pen.y : 0;
    const char kind = static_cast<char>(std::toupper(static_cast<unsigned char>(op)));
    if (kind == 'Z') pen.close();
    else if (kind == 'M') {
      const double x = in.next(), y = in.next();
      pen.move(ox + x, oy + y);
      op = relative ? 'l' : 'L';
    } else if (kind == 'L') {
      const double x = in.next(), y = in.next();
      pen.line(ox + x, oy + y);
    } else if (kind == 'H') pen.line(ox + in.next(), pen.y);
    else if (kind == 'V') pen.line(pen.x, oy + in.next());
    else if (kind == 'C' || kind == 'S') {
      double ax = pen.x, ay = pen.y;
      if (kind == 'C') ax = ox + in.next(), ay = oy + in.next();
      else if (before == 'C' || before == 'S') ax = 2 * pen.x - control_x, ay = 2 * pen.y - control_y;
      control_x = ox + in.next(), control_y = oy + in.next();
      const double x = in.next(), y = in.next();
      pen.curve(ax, ay, control_x, control_y, ox + x, oy + y);
    } else if (kind == 'Q') {
      const double qx = ox + in.next(), qy = oy + in.next(), x = ox + in.next(), y = oy + in.next();
      pen.curve(pen.x + 2 * (qx - pen.x) / 3, pen.y + 2 * (qy - pen.y) / 3, x + 2 * (qx - x) / 3, y + 2 * (qy - y) / 3, x, y);
    } else if (kind == 'A') {
      const double rx = in.next(), ry = in.next(), turn = in.next();
      const bool large = in.flag(), sweep = in.flag();
      const double x = in.next(), y = in.next();
      pen.arc(rx, ry, turn, large, sweep, ox + x, oy + y);
    } else {
      std::cerr << "unknown path command " << op << "\n";
      std::exit(1);
    }
    before = kind;
  }
}

void ellipse(Pen& pen, double cx, double cy, double rx, double ry) {
  pen.move(cx - rx, cy), pen.arc(rx, ry, 0, false, true, cx + rx, cy), pen.arc(rx, ry, 0, false, true, cx - rx, cy), pen.close();
}

void rectangle(Pen& pen, double x, double y, double w, double h, double r) {
  pen.move(x + r, y), pen.line(x + w - r, y), pen.arc(r, r, 0, false, true, x + w, y + r), pen.line(x + w, y + h - r);
  pen.arc(r, r, 0, false, true, x + w - r, y + h), pen.line(x + r, y + h), pen.arc(r, r, 0, false, true, x, y + h - r);
  pen.line(x, y + r), pen.arc(r, r, 0, false, true, x + r, y), pen.close();
}

struct Element {
  std::string_view text;
  std::string_view attribute(const std::string& name) const {
    const auto at = text.find(" " + name + "=\"");
    if (at == std::string_view::npos) return {};
    const auto begin = at + name.size() + 3;
    return text.substr(begin, text.find('"', begin) - begin);
  }
  double value(const std::string& name) const {
    const auto found = attribute(name);
    return found.empty() ? 0 : std::stod(std::string(found));
  }
};

void draw_element(Pen& pen, std::string_view name, const Element& e) {
  if (name == "path") draw_path(pen, e.attribute("d"));
  else if (name == "circle") ellipse(pen, e.value("cx"), e.value("cy"), e.value("r"), e.value("r"));
  else if (name == "ellipse") ellipse(pen, e.value("cx"), e.value("cy"), e.value("rx"), e.value("ry"));
  else if (name == "rect") rectangle(pen, e.value("x"), e.value("y"), e.value("width"), e.value("height"), e.value("rx"));
  else if (name == "line") pen.move(e.value("x1"), e.value("y1")), pen.line(e.value("x2"), e.value("y2"));
  else if (name == "polyline" || name == "polygon") {
    Numbers in{e.attribute("points")};
    for (bool first = true; in.more(); first = false) {
      const double x = in.next(), y = in.next();
      first ? pen.move(x, y) : pen.line(x, y);
    }
    if (name == "polygon") pen.close();
  }
}

std::string path_of(std::string svg) {
  std::replace(svg.begin(), svg.end(), '\n', ' ');
  Pen pen;
  for (std::size_t at = svg.find("<svg"); (at = svg.find('<', at + 1)) != std::string::npos;) {
    const std::string_view element = std::string_view(svg).substr(at + 1, svg.find('>', at) - at - 1);
    draw_element(pen, element.substr(0, element.find_first_of(" /")), Element{element});
  }
  return pen.out;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files(argv + 2, argv + argc);
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.stem() < b.stem(); });
  std::ofstream out(argv[1]);
  out << "// Made by tools/bake_icons from assets/icons.\n#include \"render/icons.h\"\n\nnamespace parcours {\n\nconst std::vector<IconPath>& "
         "icon_paths() {\n"
      << "  static const std::vector<IconPath> paths = {\n";
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    out << "    {\"" << file.stem().string() << "\", \"" << path_of({std::istreambuf_iterator<char>(in), {}}) << "\"},\n";
  }
  out << "  };\n  return paths;\n}\n\n}  // namespace parcours\n";
  return out.good() ? 0 : 1;
}
