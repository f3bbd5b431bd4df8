// The Playground listens on every interface and has no setting for that: here it listens on 127.0.0.1 alone.
const { Server } = require("node:net");

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  if (typeof args[0] === "object" && args[0] !== null && "port" in args[0]) {
    args[0] = { ...args[0], host: "127.0.0.1" };
  } else if (args.length > 0 && !Number.isNaN(Number(args[0]))) {
    const rest = args.slice(1).filter((arg) => typeof arg !== "string");
    args = [args[0], "127.0.0.1", ...rest];
  }
  return listen.apply(this, args);
};
