({
    onInit: function (component) {
        component.set('v.fields', component.find('prechatAPI').getPrechatFields());
    },
    onStart: function (component) {
        var api = component.find('prechatAPI');
        var check = api.validateFields(component.get('v.fields'));
        if (check.valid) {
            api.startChat(component.get('v.fields'));
        }
    }
})
