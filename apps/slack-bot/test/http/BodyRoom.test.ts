import { describe, expect, test } from "vitest"
import { BodyRoom } from "../../src/http/BodyRoom.ts"

const bodyIn = (room: BodyRoom, name: string, givenUp: Array<string>) => {
  const body = { held: 0, giveUp: () => void givenUp.push(name) }
  room.begin(body)
  return body
}

describe("the room of unfinished bodies", () => {
  test("gives up the oldest bodies, and no more of them than are too many", () => {
    const givenUp: Array<string> = []
    const room = new BodyRoom(100)
    const [first, second, third] = ["first", "second", "third"].map((name) => bodyIn(room, name, givenUp))
    if (first === undefined || second === undefined || third === undefined) throw new Error("no body")
    room.hold(first, 40)
    room.hold(second, 40)
    room.hold(third, 20)
    expect(givenUp).toEqual([])
    room.hold(third, 1)
    expect(givenUp).toEqual(["first"])
    room.hold(second, 39)
    expect(givenUp).toEqual(["first"])
    room.hold(third, 1)
    expect(givenUp).toEqual(["first", "second"])
  })

  test("gives up a body that holds nothing where it is the oldest, and never the one that is read", () => {
    const givenUp: Array<string> = []
    const room = new BodyRoom(100)
    bodyIn(room, "silent", givenUp)
    const reading = bodyIn(room, "reading", givenUp)
    room.hold(reading, 150)
    expect(givenUp).toEqual(["silent"])
  })

  test("counts what a body held no more once it is whole", () => {
    const givenUp: Array<string> = []
    const room = new BodyRoom(100)
    const whole = bodyIn(room, "whole", givenUp)
    room.hold(whole, 90)
    room.end(whole)
    room.end(whole)
    bodyIn(room, "next", givenUp)
    room.hold(bodyIn(room, "last", givenUp), 100)
    expect(givenUp).toEqual([])
  })
})
