// Stands in for the speech packages: any name imported from them is a callable nothing.
const nothing = new Proxy(function () {}, {
  get: (_target, name) => (name === '__esModule' ? true : name === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
module.exports = nothing;
