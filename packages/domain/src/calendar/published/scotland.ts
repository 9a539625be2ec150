/**
 * Bank holidays of Scotland, as observed: the substitute weekday, not the weekend day it replaces.
 *
 * Source: GOV.UK's published list (gov.uk/bank-holidays), years 2012 to 2028, as published in August 2026. Weekend
 * days are left out because no working day falls on them.
 *
 * The day of 15 June 2026 stands in the list of August 2026 only: lists kept before it was proclaimed lack it.
 */
import type { HolidayTable } from "../bankHoliday.ts"

export const scotlandPublished: HolidayTable = {
  "2nd January": `2012-01-02, 2013-01-02, 2014-01-02, 2015-01-02, 2016-01-04 substitute, 2017-01-02, 2018-01-02,
    2019-01-02, 2020-01-02, 2021-01-04 substitute, 2022-01-04 substitute, 2023-01-03 substitute, 2024-01-02,
    2025-01-02, 2026-01-02, 2027-01-04 substitute, 2028-01-04 substitute`,
  "New Year’s Day": `2012-01-03 substitute, 2013-01-01, 2014-01-01, 2015-01-01, 2016-01-01, 2017-01-03 substitute,
    2018-01-01, 2019-01-01, 2020-01-01, 2021-01-01, 2022-01-03 substitute, 2023-01-02 substitute, 2024-01-01,
    2025-01-01, 2026-01-01, 2027-01-01, 2028-01-03 substitute`,
  "Good Friday": `2012-04-06, 2013-03-29, 2014-04-18, 2015-04-03, 2016-03-25, 2017-04-14, 2018-03-30, 2019-04-19,
    2020-04-10, 2021-04-02, 2022-04-15, 2023-04-07, 2024-03-29, 2025-04-18, 2026-04-03, 2027-03-26, 2028-04-14`,
  "Early May bank holiday": `2012-05-07, 2013-05-06, 2014-05-05, 2015-05-04, 2016-05-02, 2017-05-01, 2018-05-07,
    2019-05-06, 2021-05-03, 2022-05-02, 2023-05-01, 2024-05-06, 2025-05-05, 2026-05-04, 2027-05-03, 2028-05-01`,
  "Spring bank holiday": `2012-06-04 substitute, 2013-05-27, 2014-05-26, 2015-05-25, 2016-05-30, 2017-05-29,
    2018-05-28, 2019-05-27, 2020-05-25, 2021-05-31, 2022-06-02, 2023-05-29, 2024-05-27, 2025-05-26, 2026-05-25,
    2027-05-31, 2028-05-29`,
  "Queen’s Diamond Jubilee": `2012-06-05 extra`,
  "Summer bank holiday": `2012-08-06, 2013-08-05, 2014-08-04, 2015-08-03, 2016-08-01, 2017-08-07, 2018-08-06,
    2019-08-05, 2020-08-03, 2021-08-02, 2022-08-01, 2023-08-07, 2024-08-05, 2025-08-04, 2026-08-03, 2027-08-02,
    2028-08-07`,
  "St Andrew’s Day": `2012-11-30, 2013-12-02 substitute, 2014-12-01 substitute, 2015-11-30, 2016-11-30, 2017-11-30,
    2018-11-30, 2019-12-02 substitute, 2020-11-30, 2021-11-30, 2022-11-30, 2023-11-30, 2024-12-02 substitute,
    2025-12-01 substitute, 2026-11-30, 2027-11-30, 2028-11-30`,
  "Christmas Day": `2012-12-25, 2013-12-25, 2014-12-25, 2015-12-25, 2016-12-27 substitute, 2017-12-25, 2018-12-25,
    2019-12-25, 2020-12-25, 2021-12-27 substitute, 2022-12-27 substitute, 2023-12-25, 2024-12-25, 2025-12-25,
    2026-12-25, 2027-12-27 substitute, 2028-12-25`,
  "Boxing Day": `2012-12-26, 2013-12-26, 2014-12-26, 2015-12-28 substitute, 2016-12-26, 2017-12-26, 2018-12-26,
    2019-12-26, 2020-12-28 substitute, 2021-12-28 substitute, 2022-12-26, 2023-12-26, 2024-12-26, 2025-12-26,
    2026-12-28 substitute, 2027-12-28 substitute, 2028-12-26`,
  "Early May bank holiday (VE day)": `2020-05-08`,
  "Platinum Jubilee bank holiday": `2022-06-03 extra`,
  "Bank Holiday for the State Funeral of Queen Elizabeth II": `2022-09-19 extra`,
  "Bank holiday for the coronation of King Charles III": `2023-05-08 extra`,
  "World Cup bank holiday": `2026-06-15 extra`
}
