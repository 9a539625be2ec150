export { Deliveries, type Delivery, type DeliveryKey } from "./Deliveries.ts"
export { type ChildStream, Journal, type JournalEntry, JournalUnavailable, StreamMoved } from "./Journal.ts"
export { type Profile, Profiles } from "./Profiles.ts"
