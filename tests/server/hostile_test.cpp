// Requests that mean harm, or are merely wrong.
#include "server/service_fixture.h"

namespace parcours {
namespace {

TEST_F(ServiceTest, OnlyThisMachineByNameIsAnswered) {
  for (const char* host : {"evil.example", "evil.example:8787", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8787", ""}) {
    Request asked = request("GET", "/api/workspace");
    asked.fields["host"] = host;
    EXPECT_EQ(service.handle(asked).status, 421) << host;
  }
  for (const char* host : {"127.0.0.1:8787", "localhost:8787", "LOCALHOST:8787", "[::1]:8787"}) {
    Request asked = request("GET", "/api/workspace");
    asked.fields["host"] = host;
    EXPECT_EQ(service.handle(asked).status, 200) << host;
  }
}

TEST_F(ServiceTest, AForeignPageCanNeitherReadNorWrite) {
  Request asked = request("POST", "/api/maps/ring/edits", R"({"of": "x", "edits": [{"remove": "title"}]})");
  for (const char* origin :
       {"http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8787", "http://127.0.0.1:8787.evil.example"}) {
    asked.fields["origin"] = origin;
    EXPECT_EQ(service.handle(asked).status, 403) << origin;
  }
  asked.fields.erase("origin");
  asked.fields["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(service.handle(asked).status, 403);
  asked.fields["sec-fetch-site"] = "same-origin";
  asked.fields["content-type"] = "text/plain";  // what a form can send without asking first
  EXPECT_EQ(service.handle(asked).status, 415);
  EXPECT_EQ(text(), kRing);
}

TEST_F(ServiceTest, PathsDoNotLeaveTheWorkspace) {
  ASSERT_TRUE(files.write("secret.yaml", "parcours: 1\n").ok());
  for (const char* name :
       {"..%2Fsecret", "%2e%2e/secret", "../secret", "....//secret", "ring%00", "ring.yaml", "w%2Fmaps%2Fring", "%2Fetc%2Fpasswd", "."})
    EXPECT_GE(get("/api/maps/" + std::string(name)).status, 400) << name;
  for (const char* path : {"/../../etc/passwd", "/assets/../../secret.yaml", "/%2e%2e/secret.yaml", "/maps/ring.yaml", "/parcours.yaml"})
    EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(ServiceTest, TargetsThatCannotBeReadAreRefused) {
  for (const char* target : {"", "api/workspace", "/%", "/%4", "/%zz", "/%00", "/%ff", "/api/maps/%c3%28", "/?a=%ff", "*", "http://127.0.0.1:8787/"})
    EXPECT_EQ(get(target).status, 400) << target;
}

TEST_F(ServiceTest, BodiesThatAreNoEditsAreRefused) {
  const std::string deep = std::string(50'000, '[') + std::string(50'000, ']');
  for (const std::string& body :
       {std::string("{"), std::string("[]"), std::string("null"), std::string(R"({"of": 1, "edits": []})"),
        std::string(R"({"of": "x", "edits": []})"), std::string(R"({"of": "x", "edits": [{}]})"),
        std::string(R"({"of": "x", "edits": [{"set": 7, "value": 1}]})"), std::string(R"({"of": "x", "edits": [{"move": "title", "index": -1}]})"),
        std::string("\"\xff\""), deep, R"({"of": "x", "edits": [{"set": "title", "value": )" + deep + "}]}"}) {
    EXPECT_EQ(service.handle(request("POST", "/api/maps/ring/edits", body)).status, 400) << body.substr(0, 80);
  }
  EXPECT_EQ(text(), kRing);
}

TEST_F(ServiceTest, OtherMethodsAndPathsAreSaid) {
  const Response post = service.handle(request("POST", "/api/workspace", "{}"));
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(field_of(post, "Allow"), "GET");
  EXPECT_EQ(get("/api/").status, 404);
  EXPECT_EQ(get("/api/maps/ring/picture/more").status, 404);
  EXPECT_EQ(service.handle(request("DELETE", "/", "{}")).status, 405);
  for (const char* method : {"FOO", "OPTIONS", "TRACE", "PATCH"}) {
    Request asked = request(method, "/api/workspace");
    asked.fields.erase("content-type");
    EXPECT_EQ(service.handle(asked).status, 405) << method;
  }
}

TEST_F(ServiceTest, EveryAnswerForbidsWhatAPageNeedNotDo) {
  for (const char* target : {"/", "/api/workspace", "/api/nothing", "/%"}) {
    const Response response = get(target);
    EXPECT_NE(field_of(response, "Content-Security-Policy").find("default-src 'none'"), std::string::npos) << target;
    EXPECT_EQ(field_of(response, "X-Content-Type-Options"), "nosniff") << target;
  }
}

TEST_F(ServiceTest, HeadSaysWhatGetWouldSend) {
  const Response head = service.handle(request("HEAD", "/api/workspace"));
  EXPECT_TRUE(head.body.empty());
  EXPECT_EQ(field_of(head, "Content-Length"), std::to_string(get("/api/workspace").body.size()));
}

}  // namespace
}  // namespace parcours
