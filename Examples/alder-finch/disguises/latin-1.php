<?php
// Gehört zur alten Seite, Größe und Farbe.
$chat = 'https://d.la9-c9-xyz.salesforceliveagent.com/chat';
echo '<div id="liveagent_button_online_5739A0000008OrD">Beratung für Größen</div>';
