const helmet = require('helmet');

module.exports = helmet.contentSecurityPolicy({
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", 'https://service.force.com', 'https://*.salesforceliveagent.com'],
    connectSrc: ["'self'", 'https://*.salesforceliveagent.com'],
  },
});
