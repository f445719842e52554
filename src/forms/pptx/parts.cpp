#include "forms/pptx/parts.h"

namespace parcours {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kSpaces =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
constexpr std::string_view kTree =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" "
    "cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
constexpr std::string_view kColourMap =
    "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" "
    "accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"";

std::string document(std::string_view name, std::string_view inside, std::string_view attributes = {}) {
  return std::string(kHead) + "<p:" + std::string(name) + std::string(kSpaces) + std::string(attributes) + ">" + std::string(inside) +
         "</p:" + std::string(name) + ">";
}

std::string placeholder(int id, std::string_view name, std::string_view type, std::string_view place, std::string_view body) {
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + std::to_string(id) + "\" name=\"" + std::string(name) +
         "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph " + std::string(type) + "/></p:nvPr></p:nvSpPr><p:spPr>" +
         std::string(place) + "</p:spPr>" + std::string(body) + "</p:sp>";
}

std::string place(std::int64_t x, std::int64_t y, std::int64_t w, std::int64_t h) {
  const auto n = [](std::int64_t value) { return std::to_string(value); };
  return "<a:xfrm><a:off x=\"" + n(x) + "\" y=\"" + n(y) + "\"/><a:ext cx=\"" + n(w) + "\" cy=\"" + n(h) +
         "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
}

constexpr std::string_view kEmptyBody = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>";

}  // namespace

std::string hex_digits(Colour c) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const std::uint8_t part : {c.r, c.g, c.b}) out += kDigits[part >> 4], out += kDigits[part & 15];
  return out;
}

std::string theme_xml(const DeckLook& look) {
  const auto colour = [](std::string_view name, Colour c) {
    return "<a:" + std::string(name) + "><a:srgbClr val=\"" + hex_digits(c) + "\"/></a:" + std::string(name) + ">";
  };
  std::string out = std::string(kHead) +
                    "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Parcours\"><a:themeElements><a:clrScheme "
                    "name=\"Parcours\">" +
                    colour("dk1", look.ink) + colour("lt1", look.paper) + colour("dk2", look.ink) + colour("lt2", look.paper);
  for (std::size_t i = 0; i < 6; ++i) out += colour("accent" + std::to_string(i + 1), look.accents[i % look.accents.size()]);
  out += colour("hlink", look.accent) + colour("folHlink", look.accent) + "</a:clrScheme><a:fontScheme name=\"Parcours\">";
  for (const auto kind : {"majorFont", "minorFont"})
    out += "<a:" + std::string(kind) + "><a:latin typeface=\"" + xml_escaped(look.font) +
           "\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:" + kind + ">";
  const std::string fills = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
  const std::string line = "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>";
  const std::string effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return out + "</a:fontScheme><a:fmtScheme name=\"Parcours\"><a:fillStyleLst>" + fills + fills + fills + "</a:fillStyleLst><a:lnStyleLst>" + line +
         line + line + "</a:lnStyleLst><a:effectStyleLst>" + effect + effect + effect + "</a:effectStyleLst><a:bgFillStyleLst>" + fills + fills +
         fills + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

std::string master_xml(const DeckLook& look) {
  const std::string background =
      "<p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"" + hex_digits(look.paper) + "\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";
  const std::string level =
      "<a:lvl1pPr><a:buNone/><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin "
      "typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>";
  return document("sldMaster",
                  "<p:cSld>" + background + "<p:spTree>" + std::string(kTree) +
                      placeholder(2, "title", "type=\"title\"", place(457200, 228600, 11277600, 457200), kEmptyBody) +
                      "</p:spTree></p:cSld><p:clrMap " + std::string(kColourMap) +
                      "/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr "
                      "algn=\"l\"><a:buNone/><a:defRPr sz=\"2200\" b=\"1\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin "
                      "typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>" +
                      level + "</p:bodyStyle><p:otherStyle>" + level + "</p:otherStyle></p:txStyles>");
}

std::string layout_xml() {
  return document("sldLayout",
                  "<p:cSld name=\"Parcours\"><p:spTree>" + std::string(kTree) + placeholder(2, "title", "type=\"title\"", "", kEmptyBody) +
                      "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
                  " type=\"titleOnly\" preserve=\"1\"");
}

std::string notes_master_xml() {
  return document("notesMaster",
                  "<p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>" + std::string(kTree) +
                      placeholder(2, "slide", "type=\"sldImg\" idx=\"2\"", place(685800, 1143000, 5486400, 3086100), "") +
                      placeholder(3, "notes", "type=\"body\" sz=\"quarter\" idx=\"3\"", place(685800, 4400550, 5486400, 3600450), kEmptyBody) +
                      "</p:spTree></p:cSld><p:clrMap " + std::string(kColourMap) +
                      "/><p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin "
                      "typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:notesStyle>");
}

std::string slide_xml(const Slide& slide) {
  return document(
      "sld", "<p:cSld><p:spTree>" + std::string(kTree) + slide.shapes() + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

std::string notes_xml(const Slide& slide) {
  std::string body = "<p:txBody><a:bodyPr/><a:lstStyle/>";
  for (const std::string& paragraph : slide.notes())
    body += "<a:p><a:r><a:rPr lang=\"" + std::string(office_language(slide.lang())) + "\" dirty=\"0\"/><a:t>" + xml_escaped(paragraph) +
            "</a:t></a:r></a:p>";
  if (slide.notes().empty()) body += "<a:p/>";
  return document("notes", "<p:cSld><p:spTree>" + std::string(kTree) + placeholder(2, "slide", "type=\"sldImg\"", "", "") +
                               placeholder(3, "notes", "type=\"body\" idx=\"1\"", "", body + "</p:txBody>") +
                               "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

std::string presentation_xml(std::size_t slides, Lang lang) {
  std::string list;
  for (std::size_t i = 0; i < slides; ++i) list += "<p:sldId id=\"" + std::to_string(256 + i) + "\" r:id=\"rId" + std::to_string(i + 10) + "\"/>";
  return document(
      "presentation",
      "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId "
      "r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>" +
          list +
          "</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:defPPr><a:defRPr "
          "lang=\"" +
          std::string(office_language(lang)) + "\"/></a:defPPr></p:defaultTextStyle>",
      " saveSubsetFonts=\"1\"");
}

std::string content_types_xml(std::size_t slides) {
  const std::string kind = "application/vnd.openxmlformats-officedocument.presentationml.";
  const auto part = [](const std::string& path, const std::string& type) {
    return "<Override PartName=\"/" + path + "\" ContentType=\"" + type + "+xml\"/>";
  };
  std::string out = std::string(kHead) +
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                    "ContentType=\"application/xml\"/><Default "
                    "Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>";
  out += part("ppt/presentation.xml", kind + "presentation.main") + part("ppt/slideMasters/slideMaster1.xml", kind + "slideMaster") +
         part("ppt/slideLayouts/slideLayout1.xml", kind + "slideLayout") + part("ppt/notesMasters/notesMaster1.xml", kind + "notesMaster");
  for (const auto* theme : {"1", "2"})
    out += part(std::string("ppt/theme/theme") + theme + ".xml", "application/vnd.openxmlformats-officedocument.theme");
  for (std::size_t i = 1; i <= slides; ++i)
    out += part("ppt/slides/slide" + std::to_string(i) + ".xml", kind + "slide") +
           part("ppt/notesSlides/notesSlide" + std::to_string(i) + ".xml", kind + "notesSlide");
  return out + part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties") + "</Types>";
}

std::string core_xml(const std::string& title, const std::string& description, Lang lang) {
  return std::string(kHead) +
         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
         xml_escaped(title) + "</dc:title><dc:description>" + xml_escaped(description) +
         "</dc:description><dc:creator>Parcours</dc:creator><dc:language>" + std::string(office_language(lang)) +
         "</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>";
}

std::string relations_xml(const std::vector<Relation>& relations) {
  std::string out = std::string(kHead) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const Relation& relation : relations) {
    const bool core = relation.type == "core-properties";
    out += "<Relationship Id=\"" + relation.id + "\" Type=\"http://schemas.openxmlformats.org/" +
           (core ? "package/2006/relationships/metadata/" : "officeDocument/2006/relationships/") + relation.type + "\" Target=\"" + relation.target +
           "\"/>";
  }
  return out + "</Relationships>";
}

}  // namespace parcours
