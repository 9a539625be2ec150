export {
  type Availability,
  Away,
  AwayFor,
  awayBetween,
  awayOn,
  awayWords,
  hoursOn,
  type Weekday,
  WorkingPattern,
  weekdays
} from "./availability.ts"
export { backOn, goneAway } from "./goingAway.ts"
export { type Climb, type IsManned, ladderOf, type RungReached } from "./ladder.ts"
export { type KnownBeside, nextByTime } from "./nextByTime.ts"
export { nextToTell } from "./nextToTell.ts"
export { type Acting, whoActsFor } from "./whoActsFor.ts"
export { type NotThere, whyNotThere } from "./whyNotThere.ts"
