dependencyResolutionManagement {
  repositories {
    google()
    mavenCentral()
    maven("https://s3.amazonaws.com/salesforcesos.com/android/maven/release")
  }
}
rootProject.name = "alder-finch"
include(":app")
