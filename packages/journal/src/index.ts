export { Deliveries, type Delivery, type DeliveryKey } from "./Deliveries.ts"
export {
  type ChildStream,
  Journal,
  type JournalEntry,
  JournalUnavailable,
  type NewEvent,
  StreamMoved
} from "./Journal.ts"
export { journalLowdb, lowdbLayer } from "./lowdb/lowdbLayer.ts"
export { type Profile, Profiles } from "./Profiles.ts"
