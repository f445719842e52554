// Who gets to which request: every route with every role and none, from the table; and by hand, so that the table itself is held to something.
#include "server/access_fixture.h"

namespace parcours {
namespace {

std::string with_steps(std::string_view path) {
  static constexpr const char* kSteps[] = {"ring", "svg"};
  std::string out;
  std::size_t n = 0;
  for (const char c : path) out += c == '*' ? std::string(path.starts_with("/api/maps") ? kSteps[n++ % 2] : "1") : std::string(1, c);
  return out;
}

// What the docs promise of each role, apart from the code's own table of roles.
bool expected(std::string_view role, Right needs) {
  if (needs == Right::none) return true;
  if (role == "nobody") return false;
  if (needs == Right::own_account) return true;
  if (role == "stranger") return false;
  if (needs == Right::administer || needs == Right::erase_people) return role == "administrator";
  if (needs == Right::edit || needs == Right::read_people) return role != "reader";
  return true;
}

TEST_F(AccessTest, EveryRouteWithEveryRoleAndNone) {
  serve({"ana"});
  const std::map<std::string, std::int64_t> accounts = {{"administrator", add("root", true)},
                                                        {"editor", add("eve", false, {{"ana", Role::editor}})},
                                                        {"reader", add("rob", false, {{"ana", Role::reader}})},
                                                        {"stranger", add("sam", false)}};
  std::size_t asked = 0;
  for (const Route& route : all_routes())
    for (const std::string role : {"nobody", "stranger", "reader", "editor", "administrator"}) {
      const std::string cookie = role == "nobody" ? "" : cookie_of(accounts.at(role));
      const Response response = ask(std::string(route.method), with_steps(route.path), "{}", cookie);
      const std::string code = response.status < 400 ? "" : json(response)["error"]["code"].get<std::string>();
      const int refusal = code == "sign-in" ? 401 : code == "not-allowed" ? 403 : 0;
      EXPECT_EQ(refusal, expected(role, route.needs) ? 0 : role == "nobody" ? 401 : 403) << role << " " << route.method << " " << route.path;
      if (refusal != 0) { EXPECT_EQ(response.status, refusal); }
      ++asked;
    }
  EXPECT_EQ(asked, 5 * all_routes().size());
}

// A filter that leaves one customer would tell his journey.
TEST_F(AccessTest, AReaderIsNotToldOfAHandful) {
  serve({"ana"});
  const std::string root = cookie_of(add("root", true)), rob = cookie_of(add("rob", false, {{"ana", Role::reader}}));
  std::string rows = "customer,time,event,city\nalone,2026-10-01 08:00,pay,Ath\n";
  for (int i = 0; i < 5; ++i) rows += "c" + std::to_string(i) + ",2026-10-0" + std::to_string(i + 1) + " 09:00,pay,Lyon\n";
  ASSERT_LT(ask("POST", "/api/imports?name=e.csv", rows, root).status, 300);
  const auto variants = [&](const std::string& cookie, const char* city) {
    return ask("POST", "/api/maps/ring/ask", Json{{"question", "variants"}, {"nodes", "event"}, {"where", {std::string("city=") + city}}}.dump(),
               cookie);
  };
  EXPECT_EQ(variants(rob, "Lyon").status, 200);
  EXPECT_EQ(variants(root, "Ath").status, 200);
  const Response refused = variants(rob, "Ath");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.body.find("alone"), std::string::npos);
  for (const char* what : {"figures", "picture", "out/svg"}) {
    const std::string at = std::string("/api/maps/ring/") + what + "?where=city%3DAth";
    EXPECT_NE(ask("GET", at, "", rob).body, ask("GET", at, "", root).body) << what;
  }
  EXPECT_EQ(ask("GET", "/api/maps/ring/figures?where=city%3DAth", "", rob).status, 400);
  EXPECT_EQ(ask("GET", "/api/maps/ring/figures?where=city%3DLyon", "", rob).status, 200);
}

TEST_F(AccessTest, TheMostImportantByHand) {
  serve({"ana"});
  const std::string root = cookie_of(add("root", true)), eve = cookie_of(add("eve", false, {{"ana", Role::editor}})),
                    rob = cookie_of(add("rob", false, {{"ana", Role::reader}}));
  struct Case {
    const char *method, *target, *body;
    int nobody, reader, editor, administrator;
  };
  constexpr char kEdit[] = R"({"of": "x", "edits": [{"set": "title", "value": "T"}]})";
  const Case cases[] = {
      {"GET", "/api/workspace", "", 401, 200, 200, 200},
      {"GET", "/api/maps/ring", "", 401, 200, 200, 200},
      {"GET", "/api/maps/ring/picture", "", 401, 200, 200, 200},
      {"GET", "/api/maps/ring/figures", "", 401, 200, 200, 200},
      {"GET", "/api/maps/ring/out/svg", "", 401, 200, 200, 200},
      {"POST", "/api/maps/ring/edits", kEdit, 401, 403, 409, 409},
      {"PUT", "/api/maps/ring/text", "{}", 401, 403, 400, 400},
      {"POST", "/api/maps", R"({"template": "shop"})", 401, 403, 201, 201},
      {"POST", "/api/maps/ring/customers", "{}", 401, 403, 400, 400},
      {"GET", "/api/maps/ring/customer?id=1", "", 401, 403, 422, 422},
      {"POST", "/api/imports?name=a.csv", "{}", 401, 403, 422, 422},
      {"POST", "/api/person", R"({"id": "ana"})", 401, 403, 403, 422},
      {"POST", "/api/forget", R"({"id": "ana", "again": "ana"})", 401, 403, 403, 422},
      {"GET", "/api/quality", "", 401, 200, 200, 200},
      {"DELETE", "/api/imports/1", "", 401, 403, 404, 404},
      {"GET", "/api/accounts", "", 401, 403, 403, 200},
      {"POST", "/api/accounts", R"({"name": "new"})", 401, 403, 403, 201},
      {"GET", "/api/audit", "", 401, 403, 403, 200},
      {"GET", "/api/nothing", "", 401, 404, 404, 404},
      {"POST", "/api/workspace", "", 401, 405, 405, 405},
      {"GET", "/api/maps/other", "", 401, 404, 404, 404},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(ask(one.method, one.target, one.body).status, one.nobody) << one.method << " " << one.target;
    EXPECT_EQ(ask(one.method, one.target, one.body, rob).status, one.reader) << one.method << " " << one.target;
    EXPECT_EQ(ask(one.method, one.target, one.body, eve).status, one.editor) << one.method << " " << one.target;
    if (one.administrator != 201) {
      EXPECT_EQ(ask(one.method, one.target, one.body, root).status, one.administrator) << one.method << " " << one.target;
    }
  }
  EXPECT_EQ(ask("POST", "/api/accounts", R"({"name": "new"})", root).status, 201);
}

TEST_F(AccessTest, WhoIsNobodyLearnsNothing) {
  serve({"ana"});
  const Json told = json(ask("GET", "/api/session"));
  EXPECT_EQ(told["visitor"], "nobody");
  EXPECT_TRUE(told["workspaces"].empty());
  const std::string there = ask("GET", "/api/maps/ring").body;
  for (const char* target : {"/api/maps/other", "/api/nothing", "/w/ana/api/maps/ring", "/w/nowhere/api/maps/ring"})
    EXPECT_EQ(ask("GET", target).body, there) << target;
}

TEST_F(AccessTest, RolesAreOfOneWorkspace) {
  serve({"ana", "bob"});
  const std::string eve = cookie_of(add("eve", false, {{"ana", Role::editor}, {"bob", Role::reader}})),
                    rob = cookie_of(add("rob", false, {{"bob", Role::reader}}));
  EXPECT_EQ(ask("GET", "/w/ana/api/maps/ring", "", eve).status, 200);
  EXPECT_EQ(ask("POST", "/w/ana/api/maps", R"({"template": "shop"})", eve).status, 201);
  EXPECT_EQ(ask("POST", "/w/bob/api/maps", R"({"template": "shop"})", eve).status, 403);
  EXPECT_EQ(ask("GET", "/w/bob/api/maps/ring", "", rob).status, 200);
  EXPECT_EQ(ask("GET", "/w/ana/api/maps/ring", "", rob).status, 403);
  EXPECT_EQ(ask("GET", "/w/nowhere/api/maps/ring", "", rob).status, 403) << "as for one that is there and not his";
  EXPECT_EQ(ask("GET", "/api/maps/ring", "", eve).status, 403) << "no workspace is named";
  EXPECT_FALSE(std::filesystem::exists(at("bob") + "/maps/shop.yaml"));
  const Json told = json(ask("GET", "/api/session", "", eve));
  ASSERT_EQ(told["workspaces"].size(), 2u);
  EXPECT_EQ(told["workspaces"][0]["name"], "Maison ana");
  EXPECT_EQ(told["workspaces"][0]["may"], Json({"read_map", "read_figures", "read_people", "edit"}));
  EXPECT_EQ(told["workspaces"][1]["may"], Json({"read_map", "read_figures"}));
  EXPECT_EQ(json(ask("GET", "/api/session", "", rob))["workspaces"].size(), 1u);
}

TEST_F(ServiceTest, WithoutAccountsWhoeverSitsHereIsTheOwner) {
  const Json told = json(get("/api/session"));
  EXPECT_EQ(told["accounts"], false);
  EXPECT_EQ(told["visitor"], "owner");
  EXPECT_EQ(told["workspaces"][0]["may"], Json({"read_map", "read_figures", "read_people", "edit", "erase_people"}));
  EXPECT_EQ(send("POST", "/api/session", {{"name", "a"}, {"password", "b"}}).status, 404);
  EXPECT_EQ(get("/api/accounts").status, 403);
  EXPECT_EQ(get("/w/w/api/maps/ring").status, 200);
}

}  // namespace
}  // namespace parcours
