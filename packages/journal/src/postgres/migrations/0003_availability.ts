/** When people work and when they are away. */
import { ownRowsOnly } from "./0001_journal.ts"

export const availability0003: ReadonlyArray<string> = [
  `create table safe_return.availabilities (
     council text collate "C" not null references safe_return.councils,
     person text collate "C" not null,
     availability text not null,
     primary key (council, person)
   )`,
  ...ownRowsOnly("availabilities", "select, insert, update")
]
