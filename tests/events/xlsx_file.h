// Workbooks made by hand for the tests: the parts of an XLSX file, zipped.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <unistd.h>
#include <zip.h>

namespace parcours::testing {

// A folder that goes with the test.
struct TestFolder {
  std::filesystem::path path;
  explicit TestFolder(const std::string& name) : path(std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path);
  }
  ~TestFolder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string zipped(const std::map<std::string, std::string>& parts, const char* password = nullptr) {
  const TestFolder folder("parcours_zip_");
  const std::string path = folder.file("made.zip");
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : parts) {
    const zip_int64_t at = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), 0);
    if (password) zip_file_set_encryption(zip, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
  }
  zip_close(zip);
  return bytes_of(path);
}

struct MadeBook {
  std::string rows;   // of the first sheet: <row>…</row>
  std::string texts;  // <si>…</si>
  std::string workbook_properties;
  std::string second_rows;  // of a second sheet "Autre"; "": none
  // Cell styles: 0 plain, 1 dd/mm/yyyy, 2 dd/mm/yyyy hh:mm, 3 hh:mm:ss (built in 21), 4 0.00, 5 dd/mm/yyyy hh:mm:ss
  std::map<std::string, std::string> parts() const {
    const std::string ns = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    std::map<std::string, std::string> out;
    std::string sheets = "<sheet name=\"Ventes\" sheetId=\"1\" r:id=\"rId1\"/>", relations;
    relations = "<Relationship Id=\"rId1\" Type=\"" + rel + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>";
    out["xl/worksheets/sheet1.xml"] = "<worksheet" + ns + "><sheetData>" + rows + "</sheetData></worksheet>";
    if (!second_rows.empty()) {
      sheets += "<sheet name=\"Autre\" sheetId=\"2\" r:id=\"rId2\"/>";
      relations += "<Relationship Id=\"rId2\" Type=\"" + rel + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>";
      out["xl/worksheets/sheet2.xml"] = "<worksheet" + ns + "><sheetData>" + second_rows + "</sheetData></worksheet>";
    }
    out["xl/workbook.xml"] = "<workbook" + ns + " xmlns:r=\"" + rel + "\">" + workbook_properties + "<sheets>" + sheets + "</sheets></workbook>";
    out["xl/_rels/workbook.xml.rels"] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations + "</Relationships>";
    out["xl/styles.xml"] = "<styleSheet" + ns +
                           "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/><numFmt numFmtId=\"165\" "
                           "formatCode=\"dd/mm/yyyy\\ hh:mm:ss;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf "
                           "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"21\"/><xf numFmtId=\"2\"/><xf "
                           "numFmtId=\"165\"/></cellXfs></styleSheet>";
    if (!texts.empty()) out["xl/sharedStrings.xml"] = "<sst" + ns + ">" + texts + "</sst>";
    return out;
  }
  std::string bytes() const { return zipped(parts()); }
};

// <c> elements.
inline std::string typed(const std::string& address, const std::string& text) {
  return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
inline std::string shared(const std::string& address, int text) { return "<c r=\"" + address + "\" t=\"s\"><v>" + std::to_string(text) + "</v></c>"; }
inline std::string number(const std::string& address, const std::string& value, int style = 0) {
  return "<c r=\"" + address + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}
inline std::string row(int number, const std::string& cells, const std::string& more = "") {
  return "<row r=\"" + std::to_string(number) + "\"" + more + ">" + cells + "</row>";
}

}  // namespace parcours::testing
