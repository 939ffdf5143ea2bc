// Shows the button that stands in every footer.
var _laq = window._laq || (window._laq = []);
_laq.push(function () {
  liveagent.showWhenOnline('5739A0000008OrD', document.getElementById('liveagent_button_online_5739A0000008OrD'));
  liveagent.showWhenOffline('5739A0000008OrD', document.getElementById('liveagent_button_offline_5739A0000008OrD'));
});
liveagent.init('https://d.la9-c9-xyz.salesforceliveagent.com/chat', '5729A0000004WbS', '00D9A000000AfOx');
