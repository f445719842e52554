#include "base/csv.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

TEST(Csv, CellsAreQuotedAndNoSpreadsheetRunsThem) {
  EXPECT_EQ(csv_quoted(""), "\"\"");
  EXPECT_EQ(csv_quoted("Ana, \"la\" cliente\n"), "\"Ana, \"\"la\"\" cliente\n\"");
  for (const char sign : {'=', '+', '-', '@', '\t', '\r'}) EXPECT_EQ(csv_quoted(std::string(1, sign) + "1"), "\"'" + std::string(1, sign) + "1\"");
  EXPECT_EQ(csv_quoted("1=1"), "\"1=1\"");
}

}  // namespace
}  // namespace parcours
