// A server with accounts: one of each role, signed in as often as a test likes.
#pragma once

#include <filesystem>

#include "base/digest.h"
#include "base/secret.h"
#include "server/service_fixture.h"

namespace parcours {

inline constexpr char kPassword[] = "quatre mots au hasard";

class AccessTest : public testing::Test {
 protected:
  AccessTest() : folder_(std::filesystem::temp_directory_path() / ("parcours-access-" + to_hex(digest(random_key())))) {
    for (const char* name : {"ana", "bob"}) {
      EXPECT_TRUE(files_.write(at(name) + "/parcours.yaml", "parcours: 1\nname: Maison " + std::string(name) + "\nlanguage: en\n").ok());
      EXPECT_TRUE(files_.write(at(name) + "/maps/ring.yaml", kRing).ok());
    }
  }
  ~AccessTest() override { std::filesystem::remove_all(folder_); }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }

  // Slow on purpose, so it is made once.
  static const std::string& hash() {
    static const std::string made = kept_passcode(kPassword).value();
    return made;
  }

  // Serves these workspaces to accounts; the first keeps them.
  void serve(const std::vector<std::string>& names, const std::string& elsewhere = "") {
    Serving serving;
    for (const auto& name : names) serving.folders.push_back(at(name));
    serving.reach = {8787, elsewhere};
    serving.access = Access::open(serving.folders.front(), {files_, clock_, inputs_}, serving.reach.is_secure(), 8787).value();
    access_ = serving.access.get();
    service_ = std::make_unique<Service>(std::move(serving), Doors{files_, clock_, inputs_});
  }

  std::int64_t add(const std::string& name, bool administrator, std::map<std::string, Role> roles = {}) {
    Account account;
    account.name = name;
    account.administrator = administrator;
    account.roles = std::move(roles);
    return access_->accounts().add(account, hash()).value();
  }
  // A session of its own each time.
  std::string cookie_of(std::int64_t account) {
    const std::string cookie = access_->cookie(access_->sessions().begin(account).value());
    return cookie.substr(0, cookie.find(';'));
  }

  Response ask(const std::string& method, const std::string& target, const std::string& body = "", const std::string& cookie = "",
               const std::string& address = "198.51.100.7") {
    Request request;
    request.method = method;
    request.target = target;
    request.fields = {{"host", "127.0.0.1:8787"}, {"content-type", "application/json"}};
    if (!cookie.empty()) request.fields["cookie"] = cookie;
    request.body = body;
    request.address = address;
    return service_->handle(request);
  }
  Response sign_in(const std::string& name, const std::string& password, const std::string& address = "198.51.100.7") {
    return ask("POST", "/api/session", Json{{"name", name}, {"password", password}}.dump(), "", address);
  }
  static Json json(const Response& response) { return Json::parse(response.body); }
  static std::string cookie_in(const Response& response) {
    const std::string cookie = field_of(response, "Set-Cookie");
    return cookie.substr(0, cookie.find(';'));
  }
  std::vector<std::string> noted() {
    std::vector<std::string> out;
    const auto lines = access_->audit().latest(0, 1000);
    for (const AuditLine& line : lines.value()) out.push_back(line.what + " " + line.who + " " + line.about);
    return out;
  }

  std::filesystem::path folder_;
  DiskFiles files_;
  FixedClock clock_{1'790'000'000'000};
  MemoryInputs inputs_{{}};
  Access* access_ = nullptr;
  std::unique_ptr<Service> service_;
};

}  // namespace parcours
