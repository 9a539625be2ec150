export { type Lives, type PostgresServer, type ServerOptions, startPostgres } from "./server.ts"
export { askForPostgres } from "./sharedServer.ts"
