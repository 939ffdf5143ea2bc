({
    onMinimize: function (component) {
        var settings = component.find('settingsAPI').getLiveAgentSettings();
        component.find('minimizedAPI').registerEventHandler('chatState', function () {
            component.set('v.message', settings.liveAgentButtonId ? 'Your chat' : 'Chat with us');
        });
    },
    onMaximize: function (component) {
        component.find('minimizedAPI').maximize();
    }
})
