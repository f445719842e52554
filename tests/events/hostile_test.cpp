// Files made to hurt: bombs, endless lines, deep nesting. Each gets a clear message, in flat memory.
#include <gtest/gtest.h>

#include <zlib.h>

#include "events/read_events.h"

namespace parcours::testing {
namespace {

// `text`, then `more` so many times, as one gzip member.
std::string gzipped(std::string_view text, std::string_view more = {}, int times = 0) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out;
  for (int part = 0; part <= times; ++part) {
    const std::string_view in = part == 0 ? text : more;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream.avail_in = static_cast<uInt>(in.size());
    const std::size_t had = out.size();
    out.resize(had + deflateBound(&stream, in.size()) + 1024);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + had);
    stream.avail_out = static_cast<uInt>(out.size() - had);
    deflate(&stream, part == times ? Z_FINISH : Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  deflateEnd(&stream);
  return out;
}

std::string code_of(const ReadFile& file) { return file.failure ? file.failure->what.code : ""; }

constexpr std::string_view kHead = "user,timestamp,event\n";
constexpr std::string_view kRow = "u,2026-01-01,view\n";

TEST(Gzip, MembersFollowOneAnother) {
  const ReadFile file = read_text(gzipped(std::string(kHead) + std::string(kRow)) + gzipped(kRow), {}, "a.csv.gz");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_TRUE(file.plan.compressed);
  EXPECT_EQ(file.events.size(), 2u);
  EXPECT_EQ(read_text(gzipped(std::string(kHead) + std::string(kRow)) + std::string(512, '\0'), {}, "a.csv.gz").events.size(), 1u);
}

TEST(Gzip, BrokenOffOrDamagedNothingIsKept) {
  std::string text(kHead);
  for (std::int64_t i = 0; i < 200'000; ++i) text += "u" + std::to_string(i * 7919 % 100'003) + ",2026-01-01,view\n";
  std::string zipped = gzipped(text);
  EXPECT_EQ(code_of(read_text(zipped.substr(0, zipped.size() - 5), {}, "a.csv.gz")), "gzip-truncated");
  EXPECT_EQ(code_of(read_text(zipped.substr(0, zipped.size() * 9 / 10), {}, "a.csv.gz")), "gzip-truncated");
  zipped[zipped.size() * 9 / 10] = static_cast<char>(zipped[zipped.size() * 9 / 10] ^ 0x55);
  EXPECT_EQ(code_of(read_text(zipped, {}, "a.csv.gz")), "gzip-damaged");
}

TEST(Gzip, ABombIsALineTooLong) {
  std::string text = std::string(kHead) + std::string(kRow);
  for (int i = 0; i < 60'000; ++i) text += kRow;  // past what is looked at
  text += "u,2026-01-01,";
  const ReadFile file = read_text(gzipped(text, std::string(1u << 20, 'x'), 80), {}, "bomb.csv.gz");
  EXPECT_EQ(code_of(file), "endless-line");
}

TEST(Rows, ALongOneIsPassedOver) {
  const ReadFile file = read_text(std::string(kHead) + "u,2026-01-01," + std::string(3u << 20, 'x') + "\n" + std::string(kRow) + std::string(kRow));
  EXPECT_EQ(file.failure ? why(file) : "", "");
  EXPECT_EQ(file.events.size(), 2u);
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].reason.key, "events.reject.long_row");
  EXPECT_LE(file.rejects[0].row.size(), 4096u);
}

TEST(Rows, LongIdentitiesAndManyColumns) {
  const ReadFile file = read_text(std::string(kHead) + std::string(2000, 'x') + ",2026-01-01,view\n" + std::string(kRow));
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].reason.key, "events.reject.long_identity");
  std::string wide = "user,timestamp,event", row = "u,2026-01-01,view";
  for (int i = 0; i < 3000; ++i) wide += ",c" + std::to_string(i), row += ",1";
  EXPECT_EQ(code_of(read_text(wide + "\n" + row + "\n")), "too-many-columns");
}

TEST(Rows, NothingButSeparatorsQuotesOrBlanks) {
  EXPECT_EQ(code_of(read_text(",,,,\n,,,\n")), "one-column");
  EXPECT_TRUE(read_text("\"\"\"\"\"\"").failure);
  EXPECT_TRUE(read_text("\"").failure);
  EXPECT_TRUE(read_text(" \t \r\n").failure);
  EXPECT_TRUE(read_text("\xEF\xBB\xBF").failure);
  EXPECT_TRUE(read_text("\xFF\xFE").failure);
  EXPECT_TRUE(read_text(std::string(100'000, '"')).failure);
}

std::string ndjson(const std::string& lines) {
  return R"({"user_id":"u","time":"2026-01-01T10:00:00Z","event":"e"})"
         "\n"
         R"({"user_id":"u","time":"2026-01-01T10:00:00Z","event":"e"})"
         "\n" +
         lines;
}

TEST(Ndjson, DeepAndWideObjects) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "{\"a\":";
  const ReadFile nested = read_text(ndjson(deep + "1" + std::string(100, '}') + "\n"));
  ASSERT_EQ(nested.rejects.size(), 1u) << why(nested);
  EXPECT_EQ(nested.rejects[0].reason.key, "events.reject.too_deep");
  std::string wide = "{\"user_id\":\"u\"";
  for (int i = 0; i < 3000; ++i) wide += ",\"k" + std::to_string(i) + "\":1";
  const ReadFile many = read_text(ndjson(wide + "}\n"));
  ASSERT_EQ(many.rejects.size(), 1u) << why(many);
  EXPECT_EQ(many.rejects[0].reason.key, "events.reject.too_many_values");
}

TEST(Ndjson, ValuesKeepTheirKind) {
  const ReadFile file = read_text(
      R"({"user_id":12345678901234567890,"time":1795269930250,"event":"e","a":1.50,"b":"1.50","c":true,"d":null,"e":["x", 1],"f":{"g":{"h":-3}},"big":12345678901234567890,"exp":1e3,"dup":1,"dup":2,"q":"\u00e9\"\n"})"
      "\n");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.at(0).customer, "12345678901234567890");
  EXPECT_EQ(file.at(0).time, 1795269930250);
  EXPECT_EQ(file.at(0).unit, TimeUnit::ms);
  EXPECT_EQ(file.at(0).properties,
            R"({"a":1.5,"b":"1.50","big":12345678901234567890,"c":"true","dup":2,"e":"[\"x\", 1]","exp":1000,"f.g.h":-3,"q":"é\"\n"})");
}

std::string xes(const std::string& inside) { return "<?xml version=\"1.0\"?><log xmlns=\"http://www.xes-standard.org/\">" + inside + "</log>"; }
const std::string kEvent = R"(<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T10:00:00Z"/></event>)";

TEST(Xes, AttributesOfAttributesAndOfTraces) {
  const ReadFile file = read_text(xes(R"(<trace><string key="concept:name" value="c1"/><string key="channel" value="Desk"/><int key="size" value="3"/>
    <event><string key="concept:name" value="a"><string key="lang" value="fr"/></string><date key="time:timestamp" value="2026-01-01T10:00:00Z"/>
    <float key="cost" value="2.5"/><boolean key="vip" value="true"/><string key="size" value="big"/></event></trace>)"),
                                  {}, "l.xes");
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 1u);
  EXPECT_EQ(file.at(0).customer, "c1");
  EXPECT_EQ(file.at(0).channel, "Desk");
  EXPECT_EQ(file.at(0).properties, R"({"case:size":3,"concept:name.lang":"fr","cost":2.5,"size":"big","vip":"true"})");
}

TEST(Xes, LogsWithoutTimesKeepTheirOrder) {
  const ReadFile file = read_text(
      xes(R"(<trace><string key="concept:name" value="c1"/><event><string key="concept:name" value="b"/></event><event><string key="concept:name" value="a"/></event></trace>)"),
      {}, "l.xes");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_TRUE(file.plan.order_only);
  EXPECT_EQ(file.at(0).event + file.at(1).event, "ba");
}

TEST(Xes, OneTransitionOnlyIsKeptWhole) {
  const std::string start = R"(<event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="start"/></event>)";
  const ReadFile file = read_text(xes(R"(<trace><string key="concept:name" value="c1"/>)" + start + start + "</trace>"), {}, "l.xes");
  EXPECT_FALSE(file.plan.complete_only);
  EXPECT_EQ(file.events.size(), 2u);
}

TEST(Xes, EncodingsOfTheDeclaration) {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><log><trace><string key=\"concept:name\" value=\"\xE9t\xE9\"/>" + kEvent + "</trace></log>";
  const ReadFile file = read_text(latin, {}, "l.xes");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.at(0).customer, "été");
  EXPECT_EQ(code_of(read_text("<?xml version=\"1.0\" encoding=\"klingon\"?><log/>", {}, "l.xes")), "xml-encoding");
}

TEST(Xes, DepthAndSizeAreLimited) {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "<string key=\"a\" value=\"b\">";
  EXPECT_EQ(code_of(read_text(xes("<trace><event>" + deep), {}, "l.xes")), "xml-too-deep");
  const std::string huge(3u << 20, 'x');
  EXPECT_EQ(code_of(read_text(xes("<trace><event><string key=\"a\" value=\"" + huge + "\"/></event></trace>"), {}, "l.xes")), "xml-long-tag");
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "<string key=\"a\" value=\"" + std::string(10'000, 'x') + "\"/>";
  EXPECT_EQ(code_of(read_text(xes("<trace><event>" + wide + "</event></trace>"), {}, "l.xes")), "xml-large-event");
  std::string many = R"(<trace><string key="concept:name" value="c"/>)" + kEvent;
  for (int i = 0; i < 20'000; ++i) many += kEvent;
  EXPECT_EQ(code_of(read_text(xes(many + "<!--" + std::string(8u << 20, 'x')), {}, "l.xes")), "xml-long-tag");
  EXPECT_EQ(code_of(read_text(xes("<trace/>"), {}, "l.xes")), "no-xes-events");
  EXPECT_EQ(code_of(read_text(xes(kEvent), {}, "l.xes")), "no-customer");
}

}  // namespace
}  // namespace parcours::testing
