import { EventEmitter } from "node:events"
import type { Server } from "node:http"
import type { Socket } from "node:net"
import { describe, expect, test } from "vitest"
import { Connections } from "../../src/http/Connections.ts"

const world = (most: number) => {
  const server = new EventEmitter() as Server
  const ended: Array<string> = []
  const open = (name: string) => {
    const socket: Socket = Object.assign(new EventEmitter(), {
      destroy: () => {
        ended.push(name)
        // As a socket does: not before what is running has ended.
        queueMicrotask(() => socket.emit("close"))
      }
    }) as unknown as Socket
    server.emit("connection", socket)
    return socket
  }
  return { connections: new Connections(server, most), open, ended }
}

describe("the connections of the server", () => {
  test("that are too many end the oldest that has proved nothing, and not the newest", () => {
    const { open, ended } = world(2)
    for (const name of ["first", "second", "third", "fourth"]) open(name)
    expect(ended).toEqual(["first", "second"])
  })

  test("of those who proved who they are stay open, however many come after", () => {
    const { connections, open, ended } = world(2)
    connections.proved(open("known"))
    for (const name of ["first", "second", "third"]) open(name)
    expect(ended).toEqual(["first", "second"])
  })

  test("that have closed take the place of no other", () => {
    const { open, ended } = world(2)
    open("first").emit("close")
    open("second")
    open("third")
    expect(ended).toEqual([])
  })
})
