// The rows of a scan in their order: customer, then time, then arrival.
#pragma once

#include "store/people.h"
#include "store/store.h"

namespace parcours {

// Takes events whose customers are identities as imported, in any order. Replaces identities by customers, whose codes then follow the order of their
// texts, counts identities and joined ones, and sorts all columns of the scan.
void order_scan(Scan& scan, const People& people);

}  // namespace parcours
