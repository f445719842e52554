#include "forms/pptx/slide.h"

#include <algorithm>
#include <cmath>

#include "forms/pptx/parts.h"

namespace parcours {
namespace {

std::string colour_xml(Colour colour) {
  const auto alpha = std::lround(colour.alpha * 100'000);
  return "<a:srgbClr val=\"" + hex_digits(colour) + "\">" + (alpha < 100'000 ? "<a:alpha val=\"" + std::to_string(alpha) + "\"/>" : "") +
         "</a:srgbClr>";
}

// Along the horizontal or the vertical: whichever the passage follows more. Stops are relative to the shape's box.
std::string gradient_xml(const Paint& paint, const Box& box) {
  const bool across = std::fabs(paint.x2 - paint.x1) >= std::fabs(paint.y2 - paint.y1);
  const double from = across ? paint.x1 : paint.y1, length = across ? paint.x2 - paint.x1 : paint.y2 - paint.y1;
  const double start = across ? box.x : box.y, size = std::max(across ? box.w : box.h, 1e-6);
  std::vector<std::pair<long, Colour>> stops;
  for (const ColourStop& stop : paint.stops)
    stops.emplace_back(std::lround(std::clamp((from + stop.at * length - start) / size, 0.0, 1.0) * 100'000), stop.colour);
  std::stable_sort(stops.begin(), stops.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out = "<a:gradFill rotWithShape=\"1\"><a:gsLst>";
  for (const auto& [at, colour] : stops) out += "<a:gs pos=\"" + std::to_string(at) + "\">" + colour_xml(colour) + "</a:gs>";
  return out + "</a:gsLst><a:lin ang=\"" + (across ? "0" : "5400000") + "\" scaled=\"0\"/></a:gradFill>";
}

std::string fill_xml(const Paint& paint, const Box& box) {
  if (paint.kind == Paint::Kind::none) return "<a:noFill/>";
  if (paint.kind == Paint::Kind::linear && paint.stops.size() > 1) return gradient_xml(paint, box);
  return "<a:solidFill>" + colour_xml(paint.kind == Paint::Kind::linear && !paint.stops.empty() ? paint.stops[0].colour : paint.colour) +
         "</a:solidFill>";
}

std::string stroke_xml(const Stroke& stroke, const Box& box) {
  if (stroke.paint.kind == Paint::Kind::none) return "<a:ln><a:noFill/></a:ln>";
  std::string out = "<a:ln w=\"" + std::to_string(std::max<std::int64_t>(emu(stroke.width), 1)) + "\" cap=\"" + (stroke.round ? "rnd" : "flat") +
                    "\">" + fill_xml(stroke.paint, box);
  if (stroke.dash.size() >= 2) {
    out += "<a:custDash>";
    for (std::size_t i = 0; i + 1 < stroke.dash.size(); i += 2) {
      const auto part = [&](double length) { return std::to_string(std::max(1L, std::lround(length / stroke.width * 100'000))); };
      out += "<a:ds d=\"" + part(stroke.dash[i]) + "\" sp=\"" + part(stroke.dash[i + 1]) + "\"/>";
    }
    out += "</a:custDash>";
  }
  return out + (stroke.round ? "<a:round/>" : "<a:miter lim=\"800000\"/>") + "</a:ln>";
}

std::string place_xml(const Box& box) {
  return "<a:xfrm><a:off x=\"" + std::to_string(emu(box.x)) + "\" y=\"" + std::to_string(emu(box.y)) + "\"/><a:ext cx=\"" +
         std::to_string(std::max<std::int64_t>(emu(box.w), 1)) + "\" cy=\"" + std::to_string(std::max<std::int64_t>(emu(box.h), 1)) + "\"/></a:xfrm>";
}

std::string outline_xml(const Path& path, const Box& box) {
  const auto point = [&](double x, double y) {
    return "<a:pt x=\"" + std::to_string(emu(x - box.x)) + "\" y=\"" + std::to_string(emu(y - box.y)) + "\"/>";
  };
  std::string out = "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"" +
                    std::to_string(std::max<std::int64_t>(emu(box.w), 1)) + "\" h=\"" + std::to_string(std::max<std::int64_t>(emu(box.h), 1)) + "\">";
  for (const PathStep& step : path.steps()) {
    const auto& at = step.at;
    if (step.op == 'M') out += "<a:moveTo>" + point(at[0], at[1]) + "</a:moveTo>";
    else if (step.op == 'L') out += "<a:lnTo>" + point(at[0], at[1]) + "</a:lnTo>";
    else if (step.op == 'C') out += "<a:cubicBezTo>" + point(at[0], at[1]) + point(at[2], at[3]) + point(at[4], at[5]) + "</a:cubicBezTo>";
    else out += "<a:close/>";
  }
  return out + "</a:path></a:pathLst></a:custGeom>";
}

std::string corners_xml(const Box& box, double radius) {
  const double side = std::max(std::min(box.w, box.h), 1e-6);
  if (radius <= 0) return "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
  if (radius >= side / 2 && std::fabs(box.w - box.h) < 0.5) return "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>";
  return "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val " +
         std::to_string(std::lround(std::min(radius / side, 0.5) * 100'000)) + "\"/></a:avLst></a:prstGeom>";
}

// What of the picture is left out on either side, so that the rest has the form of the box.
std::string crop_xml(const Picture& picture, const Box& box) {
  const double wide = picture.width / std::max<double>(picture.height, 1), wanted = box.w / std::max(box.h, 1e-6);
  const auto part = [](double share) { return std::to_string(std::lround(std::max(share, 0.0) / 2 * 100'000)); };
  const std::string across = part(1 - wanted / wide), down = part(1 - wide / wanted);
  return "<a:srcRect l=\"" + across + "\" t=\"" + down + "\" r=\"" + across + "\" b=\"" + down + "\"/>";
}

// Whole within the box, in its middle.
Box box_within(const Picture& picture, const Box& box) {
  const double scale = std::min(box.w / std::max(picture.width, 1), box.h / std::max(picture.height, 1));
  const double w = picture.width * scale, h = picture.height * scale;
  return {box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h};
}

constexpr std::string_view kNoInsets = " lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"";

}  // namespace

std::string picture_relation(std::size_t index) { return "rIdPicture" + std::to_string(index + 1); }

std::int64_t emu(double pixels) { return std::llround(pixels * 9525); }

std::string_view office_language(Lang lang) { return lang == Lang::fr ? "fr-FR" : "en-GB"; }

std::string Slide::head(std::string_view kind, std::string_view name, std::string_view said, std::string_view locks) {
  std::string out = "<p:nv" + std::string(kind) + "Pr><p:cNvPr id=\"" + std::to_string(next_id_++) + "\" name=\"" + xml_escaped(name) + "\"";
  if (!said.empty()) out += " descr=\"" + xml_escaped(said) + "\"";
  return out + "/><p:cNv" + std::string(kind) + "Pr" + (locks.empty() ? "/>" : std::string(locks)) + "<p:nvPr/></p:nv" + std::string(kind) + "Pr>";
}

std::string Slide::paragraph_xml(const SlideParagraph& paragraph) const {
  const std::string_view align = paragraph.align == 0.5 ? "ctr" : paragraph.align == 1 ? "r" : "l";
  std::string out = "<a:p><a:pPr algn=\"" + std::string(align) + "\">";
  if (paragraph.line_height > 0) out += "<a:lnSpc><a:spcPts val=\"" + std::to_string(std::lround(paragraph.line_height * 75)) + "\"/></a:lnSpc>";
  out += "<a:spcBef><a:spcPts val=\"" + std::to_string(std::lround(paragraph.space_before * 75)) + "\"/></a:spcBef></a:pPr>";
  for (const SlideRun& run : paragraph.runs) {
    if (run.text == "\n") {
      out += "<a:br/>";
      continue;
    }
    out +=
        "<a:r><a:rPr lang=\"" + std::string(office_language(lang_)) + "\" sz=\"" + std::to_string(std::max(100L, std::lround(run.size * 75))) + "\"";
    out += std::string(run.bold ? " b=\"1\"" : "") + (run.italic ? " i=\"1\"" : "") + " dirty=\"0\"><a:solidFill>" + colour_xml(run.colour) +
           "</a:solidFill></a:rPr><a:t>" + xml_escaped(run.text) + "</a:t></a:r>";
  }
  return out + "</a:p>";
}

void Slide::title(const std::string& text, const Box& box, double size, Colour colour) {
  title_ = text;
  xml_ += "<p:sp><p:nvSpPr><p:cNvPr id=\"" + std::to_string(next_id_++) +
          "\" name=\"title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>" +
          place_xml(box) + "</p:spPr><p:txBody><a:bodyPr wrap=\"square\"" + std::string(kNoInsets) +
          " anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>" + paragraph_xml({{{text, size, colour, true, false}}}) + "</p:txBody></p:sp>";
}

void Slide::rect(const Box& box, const Paint& fill, const Stroke& stroke, double radius, std::string_view name) {
  const std::string form = corners_xml(box, std::min(radius, std::min(box.w, box.h) * 0.4999));
  xml_ +=
      "<p:sp>" + head("Sp", name, {}, {}) + "<p:spPr>" + place_xml(box) + form + fill_xml(fill, box) + stroke_xml(stroke, box) + "</p:spPr></p:sp>";
}

void Slide::path(const Path& path, const Paint& fill, const Stroke& stroke, std::string_view name) {
  const Box box = path.box();
  xml_ += "<p:sp>" + head("Sp", name, {}, {}) + "<p:spPr>" + place_xml(box) + outline_xml(path, box) + fill_xml(fill, box) + stroke_xml(stroke, box) +
          "</p:spPr></p:sp>";
}

void Slide::text(const std::vector<SlideParagraph>& paragraphs, const Box& box, bool wraps, std::string_view name) {
  xml_ += "<p:sp>" + head("Sp", name, {}, " txBox=\"1\"/>") + "<p:spPr>" + place_xml(box) +
          "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"" + (wraps ? "square" : "none") + "\"" +
          std::string(kNoInsets) + " anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>";
  for (const SlideParagraph& paragraph : paragraphs) xml_ += paragraph_xml(paragraph);
  xml_ += "</p:txBody></p:sp>";
}

void Slide::picture(const PicturePtr& picture, const Box& box, double radius, bool covers, std::string_view said) {
  const Box place = covers ? box : box_within(*picture, box);
  pictures_.push_back(picture);
  xml_ += "<p:sp>" + head("Sp", "picture", said, {}) + "<p:spPr>" + place_xml(place) + corners_xml(place, radius) +
          "<a:blipFill rotWithShape=\"1\"><a:blip r:embed=\"" + picture_relation(pictures_.size() - 1) + "\"/>" +
          (covers ? crop_xml(*picture, place) : "") + "<a:stretch><a:fillRect/></a:stretch></a:blipFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>";
}

void Slide::begin_group(std::string_view name, std::string_view said, const Box& box) {
  std::string place = place_xml(box);
  const auto at = place.find("</a:xfrm>");
  std::string inner = place.substr(8, at - 8);  // the same again as the children's own space
  for (const auto& [from, to] : {std::pair("<a:off", "<a:chOff"), std::pair("<a:ext", "<a:chExt")})
    inner.replace(inner.find(from), std::string_view(from).size(), to);
  place.insert(at, inner);
  xml_ += "<p:grpSp>" + head("GrpSp", name, said, {}) + "<p:grpSpPr>" + place + "</p:grpSpPr>";
}

void Slide::end_group() { xml_ += "</p:grpSp>"; }

}  // namespace parcours
