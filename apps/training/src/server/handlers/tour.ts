/** `POST /api/tour/start`, `POST /api/tour/leave`: the guided tour, begun and left. */
import { Effect } from "effect"
import type { Asked } from "../Asked.ts"
import { done } from "../Refused.ts"

export const startTour = ({ training }: Asked) => Effect.as(training.tour.start, done)

export const leaveTour = ({ training }: Asked) => Effect.as(training.tour.leave, done)
