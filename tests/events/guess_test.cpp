// What is guessed of a file, and what a person may say instead.
#include <gtest/gtest.h>

#include "events/read_events.h"

namespace parcours::testing {
namespace {

// Three rows under a header, the same columns in every case: customer, time, event first.
std::string with_column(const std::string& name, const std::vector<std::string>& values) {
  std::string out = "user_id,timestamp,event," + name + "\n";
  for (std::size_t i = 0; i < values.size(); ++i)
    out += "u" + std::to_string(i) + ",2026-01-0" + std::to_string(i + 1) + " 10:00:00,view," + values[i] + "\n";
  return out;
}

ColumnRole role_of(const std::string& name, const std::vector<std::string>& values) {
  const ReadFile file = read_text(with_column(name, values));
  EXPECT_FALSE(file.failure) << name << ": " << why(file);
  return file.failure ? ColumnRole::property : file.plan.columns.at(3).role;
}

TEST(Guess, RolesByName) {
  EXPECT_EQ(role_of("channel", {"web", "shop", "web"}), ColumnRole::channel);
  EXPECT_EQ(role_of("Canal de contact", {"web", "boutique", "web"}), ColumnRole::channel);
  EXPECT_EQ(role_of("acquisition_channel", {"web", "shop", "web"}), ColumnRole::source);
  EXPECT_EQ(role_of("Canal d’acquisition", {"web", "shop", "web"}), ColumnRole::source);
  EXPECT_EQ(role_of("marketingChannel", {"web", "shop", "web"}), ColumnRole::source);
  EXPECT_EQ(role_of("utm_source", {"google", "", "x"}), ColumnRole::source);
  EXPECT_EQ(role_of("channel", {"Organic Search", "Paid Social", "Direct"}), ColumnRole::source);
  EXPECT_EQ(role_of("Montant TTC", {"12.50", "", "3"}), ColumnRole::value);
  EXPECT_EQ(role_of("price", {"cheap", "dear", "dear"}), ColumnRole::property);
  EXPECT_EQ(role_of("nps", {"9", "10", ""}), ColumnRole::score);
  EXPECT_EQ(role_of("score", {"90", "75", "12"}), ColumnRole::property);
  EXPECT_EQ(role_of("event_id", {"a", "b", "c"}), ColumnRole::id);
  EXPECT_EQ(role_of("id", {"1", "2", "3"}), ColumnRole::id);
  EXPECT_EQ(role_of("id", {"1", "1", "3"}), ColumnRole::property);
  EXPECT_EQ(role_of("order_id", {"1", "2", "3"}), ColumnRole::property);
  EXPECT_EQ(role_of("session_id", {"1", "2", "3"}), ColumnRole::property);
  EXPECT_EQ(role_of("date_de_naissance", {"1980-01-01", "1981-01-01", "1982-01-01"}), ColumnRole::property);
  EXPECT_EQ(role_of("platform", {"web", "ios", "web"}), ColumnRole::property);
}

// One slip among forty-five scores is a rejected row, not the loss of the column.
TEST(Guess, AScoreOffItsScaleIsARejectAndNoLossOfTheColumn) {
  std::string text = "user_id,timestamp,event,Note\n";
  for (int i = 0; i < 44; ++i) text += "u" + std::to_string(i) + ",2026-01-01,survey," + std::to_string(i % 11) + "\n";
  const ReadFile file = read_text(text + "v,2026-01-02,survey,11\n");
  EXPECT_EQ(file.column(ColumnRole::score), "Note");
  EXPECT_EQ(file.plan.scale, ScoreScale::zero_to_ten);
  EXPECT_EQ(file.events.size(), 44u);
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].line, 46u);
  EXPECT_EQ(file.rejects[0].reason.key, "events.reject.off_scale");
}

TEST(Guess, AColumnThatIsMostlyScoresIsNamedWithItsOption) {
  const ReadFile file = read_text(with_column("Note enquete", {"9", "7", "11"}));
  EXPECT_EQ(file.column(ColumnRole::score), "");
  EXPECT_TRUE(file.remarks("possible-score"));
  for (const auto& remark : file.plan.remarks)
    if (remark.code == "possible-score") {
      EXPECT_EQ(render(*remark.hint, Lang::en), "to reject those rows and keep the other scores: --score 'Note enquete'");
    }
}

TEST(Guess, TheKeyThatIsAlwaysFilledIsTheCustomer) {
  const ReadFile file =
      read_text("Identifiant;E-mail;Date;Action\nv-1;;2026-01-01;a\nv-1;;2026-01-02;b\nEL-1;e@x.fr;2026-01-03;c\nEL-1;e@x.fr;2026-01-04;c\n");
  EXPECT_EQ(file.column(ColumnRole::customer), "Identifiant") << why(file);
  EXPECT_EQ(file.events.size(), 4u);
  EXPECT_TRUE(file.remarks("possible-identity"));
  const ReadFile shop = read_text("customer_id,cookie_id,date,event\n,k1,2026-01-01,a\n7,k1,2026-01-02,b\n,k2,2026-01-02,b\n");
  EXPECT_EQ(shop.column(ColumnRole::customer), "cookie_id");
  EXPECT_TRUE(shop.remarks("possible-identity"));
}

// A key with a bare name that never comes back is the row's; an address that is always there is the better one.
TEST(Guess, ABareKeyOfRowsIsNoCustomer) {
  EXPECT_EQ(read_text("Identifiant,E-mail,Date,Action\n1,a@x.fr,2026-01-01,a\n2,a@x.fr,2026-01-02,b\n").column(ColumnRole::customer), "E-mail");
}

// Three rows say little: who it is about is told by a name, never by the few things people came through.
TEST(Guess, WhatPeopleCameThroughIsNobody) {
  const auto customer = [](const std::string& first, const std::string& last, const std::vector<std::string>& values) {
    std::string rows = first + ",date,event," + last + "\n";
    for (std::size_t i = 0; i < values.size(); ++i)
      rows += std::to_string(7 + i) + ",2026-10-0" + std::to_string(i + 1) + ",view," + values[i] + "\n";
    return read_text(rows).column(ColumnRole::customer);
  };
  const std::vector<std::string> devices = {"mobile", "desktop", "mobile"}, people = {"ana", "leo", "ana"}, countries = {"FR", "DE", "FR"};
  for (const char* name : {"customer", "Client", "user", "id", "Identifiant"}) EXPECT_EQ(customer(name, "device", devices), name);
  for (const char* name : {"device", "device_type", "appareil", "platform", "os"}) EXPECT_EQ(customer("ref", name, devices), "") << name;
  EXPECT_EQ(customer("ref", "through", devices), "") << "by its values";
  EXPECT_EQ(customer("ref", "pays", countries), "");
  EXPECT_EQ(customer("ref", "who", people), "who") << "names come back";
  EXPECT_EQ(customer("id", "who", people), "who") << "rather than what may be the row's own number";
  EXPECT_TRUE(read_text("id,date,event,device\n1,2026-10-01,view,mobile\n2,2026-10-02,pay,desktop\n3,2026-10-03,pay,mobile\n")
                  .remarks("customer-by-contents"));
}

TEST(Guess, FrenchExportOfASpreadsheet) {
  const ReadFile file = read_text(
      "N\xB0 client;Date;Heure;\xC9v\xE9nement;Canal;Montant\r\n"
      "0042;21/11/2026;14h05;Achat;Boutique;1 234,50 \x80\r\n"
      "0042;22/11/2026;09:30;Appel;T\xE9l\xE9phone;\r\n",
      in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.plan.encoding, Encoding::windows1252);
  ASSERT_EQ(file.events.size(), 2u);
  EXPECT_EQ(file.column(ColumnRole::clock), "Heure");
  EXPECT_EQ(file.at(0).customer, "0042");
  EXPECT_EQ(file.at(0).event, "Achat");
  EXPECT_EQ(file.at(0).time, utc(2026, 11, 21, 13, 5));
  EXPECT_EQ(file.at(0).unit, TimeUnit::minute);
  EXPECT_EQ(file.at(0).value, 1234.5);
  EXPECT_EQ(file.at(1).channel, "Téléphone");
}

TEST(Guess, Utf16AndTabs) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("client\tdate\taction\n1\t2026-01-01\tvoir\n2\t2026-01-02\tacheter\n")) utf16 += c, utf16 += '\0';
  utf16.replace(utf16.size() - 2, 2, std::string("\xE9\0\n\0", 4));
  const ReadFile file = read_text(utf16);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.plan.encoding, Encoding::utf16le);
  EXPECT_EQ(file.plan.dialect.separator, '\t');
  EXPECT_EQ(file.at(1).event, "acheteré");
}

TEST(Guess, Separators) {
  EXPECT_EQ(read_text("user|timestamp|event\nu|2026-01-01|x\nu|2026-01-02|x\n").plan.dialect.separator, '|');
  EXPECT_EQ(read_text("client;date;event;montant\n1;2026-01-01;x;12,5\n2;2026-01-02;x;1,5\n").plan.dialect.separator, ';');
  EXPECT_EQ(read_text("user,timestamp,event\n\"a;b\",2026-01-01,\"x;y\"\n").plan.dialect.separator, ',');
}

TEST(Guess, FilesWithoutHeader) {
  ImportOptions options;
  options.customer = "1", options.event = "3";
  const ReadFile file = read_text("u1,2026-01-01,view\nu2,2026-01-02,buy\n", options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_FALSE(file.plan.dialect.header);
  EXPECT_EQ(file.column(ColumnRole::time), "col2");
  EXPECT_EQ(file.events.size(), 2u);
  options.header = true;
  EXPECT_EQ(read_text("u1,2026-01-01,view\nu2,2026-01-02,buy\n", options).events.size(), 1u);
}

TEST(Guess, OrdersOfOneKind) {
  ImportOptions options;
  options.event_name = "purchase";
  const ReadFile file = read_text("client,date,montant,event\n1,2026-01-01,10,x\n2,2026-01-02,20,y\n", options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.at(1).event, "purchase");
  EXPECT_EQ(file.at(1).properties, R"({"event":"y"})");
}

TEST(Guess, LogsWithoutTimes) {
  const ReadFile file = read_text("case_id,activity\n1,a\n1,a\n2,b\n");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_TRUE(file.plan.order_only);
  EXPECT_TRUE(file.keeps_duplicates);
  EXPECT_TRUE(file.remarks("order-only"));
  EXPECT_EQ(file.at(0).time, kNoTime);
  EXPECT_EQ(file.at(0).unit, TimeUnit::order);
  ImportOptions told;
  told.time = "";
  EXPECT_TRUE(read_text("case_id,activity,date\n1,a,2026-01-01\n", told).plan.order_only);
}

TEST(Guess, ColumnsMayBeRefused) {
  ImportOptions options;
  options.channel = "", options.value = "";
  const ReadFile file = read_text("user,timestamp,event,channel,value\nu,2026-01-01,x,web,3\n", options);
  EXPECT_EQ(file.column(ColumnRole::channel), "");
  EXPECT_EQ(file.at(0).properties, R"({"channel":"web","value":3})");
}

TEST(Guess, PropertiesAreSortedAndNumbersStayNumbers) {
  const ReadFile file = read_text(
      "user,timestamp,event,zip,Items,note_interne,empty,rate\nu,2026-01-01,x,06000,3,\"dit \"\"oui\"\"\n\xE2\x86\x92 "
      "fin\",,1.50\nu,2026-01-02,x,75011,4,,,2\n");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.at(0).properties, R"({"Items":3,"note_interne":"dit \"oui\"\n→ fin","rate":1.5,"zip":"06000"})");
  EXPECT_EQ(file.at(1).line, 4u);
}

TEST(Guess, AmbiguousDaysAreSaid) {
  const std::string text = "user,date,event\nu,03/04/2026,x\nv,05/04/2026,y\n";
  const ReadFile french = read_text(text, in_paris(Lang::fr));
  EXPECT_TRUE(french.remarks("ambiguous-days"));
  EXPECT_EQ(french.at(0).time, Zone::find("Europe/Paris")->day_start({2026, 4, 3}));
  EXPECT_EQ(read_text(text).at(0).time, utc(2026, 3, 4));
}

TEST(Guess, OneDayThatContradictsTheRestIsRejected) {
  std::string text = "user,date,event\n";
  for (int day = 1; day <= 28; ++day) text += "u," + std::to_string(day) + "/04/2026,x\n";
  const ReadFile file = read_text(text + "u,04/13/2026,x\n");
  EXPECT_EQ(file.events.size(), 28u);
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].line, 30u);
  EXPECT_EQ(file.rejects[0].reason.key, "events.reject.no_such_day_day_first");
}

TEST(Guess, ColumnsAreFoundByNameLettersOrNumber) {
  const std::string text = "User,When,What\nu,2026-01-01,x\nv,2026-01-02,y\n";
  for (const char* name : {"User", "user", "1", "col1"}) {
    ImportOptions options;
    options.customer = name, options.event = "What";
    EXPECT_EQ(read_text(text, options).column(ColumnRole::customer), "User") << name;
  }
}

TEST(Guess, LateBytesDecideAnAsciiSample) {
  std::string text = "user,timestamp,event\n";
  for (int i = 0; i < 60'000; ++i) text += "u,2026-01-01,view\n";
  const ReadFile file = read_text(text + "u,2026-01-01,\xE9t\xE9\n");
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.plan.encoding, Encoding::undecided);
  EXPECT_EQ(file.events.back().event, "été");
}

TEST(Guess, ExplainsEachGuess) {
  const ReadFile file = read_text("client;date;evenement;canal_acquisition\nc1;21/11/2026 14h05;achat;seo\n", in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  std::vector<std::string> lines;
  for (const Message& line : explain(file.plan)) lines.push_back(render(line, Lang::en));
  EXPECT_EQ(lines,
            (std::vector<std::string>{"CSV file, columns separated by `;`, encoding ascii", "customer ← client (by its name)",
                                      "time ← date (by its name)", "event ← evenement (by its name)", "source ← canal_acquisition (by its name)",
                                      "times read as day/month/year (21/11/2026 14:05)", "decimal comma (12,50)"}));
  EXPECT_EQ(
      mapping_json(file.plan),
      R"({"format":"csv","encoding":"ascii","separator":";","header":true,"decimal":",","columns":{"customer":"client","time":"date","event":"evenement","source":"canal_acquisition"},"times":{"form":"day-first","finest":"ms","zone":"Europe/Paris"}})");
}

}  // namespace
}  // namespace parcours::testing
