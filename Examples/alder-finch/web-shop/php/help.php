<?php
// The help pages are older than the shop.
define('CHAT_BUTTON', '5739A0000008OrDQAU');
?>
<p>
  <a href="#" onclick="liveagent.startChat('<?= CHAT_BUTTON ?>')">Chat with an advisor</a>
</p>
